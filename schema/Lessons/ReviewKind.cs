namespace R2P.Schema.Lessons;

/// <summary>What a lessons-learned review looks back at.</summary>
public enum ReviewKind
{
    /// <summary>A success, a failure, or something of both.</summary>
    LessonsLearned,

    /// <summary>The end of support after a crisis: what was handed over, and which signs of relapse to watch.</summary>
    ExitReview,

    /// <summary>A contribution to peacekeeping, stabilization or training.</summary>
    Contribution,
}

/// <summary>How support ended, in an exit review.</summary>
public sealed class SupportExit
{
    /// <summary>When support ended, or is to end; null if that is open.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>What was handed over, and to whom (Markdown).</summary>
    public required string HandedOver { get; set; }

    /// <summary>What is still needed (Markdown); null if nothing is known to be.</summary>
    public string? StillNeeded { get; set; }
}

/// <summary>A sign that violence may come back.</summary>
public sealed class RelapseSign
{
    /// <summary>The sign (Markdown).</summary>
    public required string Sign { get; set; }

    /// <summary>Catalogue codes of the factors or triggers that it belongs to.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>Until when it is watched; null without a date.</summary>
    public DateOnly? WatchUntil { get; set; }
}

/// <summary>How support ended, in an exit review.</summary>
/// <param name="HandedOver">What was handed over, and to whom (Markdown); at most 20,000 characters.</param>
/// <param name="EndsOn">When support ended, or is to end.</param>
/// <param name="StillNeeded">What is still needed (Markdown).</param>
public sealed record ExitInput(string HandedOver, DateOnly? EndsOn = null, string? StillNeeded = null);

/// <summary>A sign that violence may come back.</summary>
/// <param name="Sign">The sign (Markdown); at most 4,000 characters.</param>
/// <param name="Tags">Catalogue codes of the factors or triggers that it belongs to.</param>
/// <param name="WatchUntil">Until when it is watched.</param>
public sealed record RelapseSignInput(string Sign, IReadOnlyList<string>? Tags = null, DateOnly? WatchUntil = null);
