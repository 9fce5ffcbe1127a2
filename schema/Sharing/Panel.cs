using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>The people on a panel, by number and never by name: so many, and so many of them women.</summary>
/// <param name="People">How many people are on it.</param>
/// <param name="Women">How many of them are women.</param>
public sealed record Panel(int People, int Women)
{
    internal const int MaxPeople = 10_000;

    /// <summary>A reminder: no woman is on it. Panels are asked to include women; nobody is counted against anybody else.</summary>
    public bool WithoutWomen => Women == 0;

    /// <summary>The panel that two numbers tell of; null if they are not there.</summary>
    internal static Panel? Of(int? people, int? women) => people is { } all && women is { } some ? new(all, some) : null;
}

/// <summary>How many people are on a panel, and how many of them are women. Numbers only: say no names anywhere.</summary>
/// <param name="People">How many people, from 1 to 10,000.</param>
/// <param name="Women">How many of them are women: 0, or at most as many as there are people.</param>
public sealed record PanelInput(int People, int Women)
{
    internal void Check(InputCheck check)
    {
        if (People is < 1 or > Panel.MaxPeople)
        {
            check.Add($"Must be from 1 to {Panel.MaxPeople}.", "panel", "people");
        }

        if (Women < 0 || Women > People)
        {
            check.Add("Must be from 0 to the number of people.", "panel", "women");
        }
    }
}
