using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>
/// One matter of an office's mandate and means, for a time. Each has readers of its own: what a ministry tells everybody of the mandate, it need not tell of
/// the budget.
/// </summary>
public sealed class MandateEntry : SharedRow
{
    /// <summary>Which matter.</summary>
    public MandateTopic Topic { get; set; }

    /// <summary>What is so (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>From which day on it is so.</summary>
    public DateOnly Since { get; set; }

    /// <summary>The first day on which it is not so any more; null while it is.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>The matters of a mandate.</summary>
public enum MandateTopic
{
    /// <summary>The rank of who holds the office.</summary>
    Rank,

    /// <summary>What the office is charged with: the text of the mandate, or where it stands.</summary>
    Mandate,

    /// <summary>To whom the office reports.</summary>
    ReportingLine,

    /// <summary>The means that the office has, other than money and people.</summary>
    Resources,

    /// <summary>The money that the office has.</summary>
    Budget,

    /// <summary>The people who work for the office.</summary>
    Staff,
}

/// <summary>What an office says of itself in the directory. The office decides for each detail who reads it.</summary>
public sealed class ProfileDetail : SharedRow
{
    /// <summary>What it tells.</summary>
    public ProfileTopic Topic { get; set; }

    /// <summary>The detail itself: a text, an address, a number, a language (BCP 47), a theme (a code of the catalogue).</summary>
    public required string Value { get; set; }
}

/// <summary>What a detail of a profile tells.</summary>
public enum ProfileTopic
{
    /// <summary>What the office knows well.</summary>
    Expertise,

    /// <summary>A theme on which it works (a code of the catalogue).</summary>
    Theme,

    /// <summary>A language in which it works (BCP 47).</summary>
    Language,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A postal address.</summary>
    Address,

    /// <summary>A web address.</summary>
    Website,
}
