namespace R2P.Schema.Sharing;

/// <summary>From whom a risk comes, by kind and never by name.</summary>
public enum ActorType
{
    /// <summary>The State: its forces, its authorities, those who act for them.</summary>
    State,

    /// <summary>An armed group that is not the State's.</summary>
    NonStateArmedGroup,

    /// <summary>A militia or a community's self-defence.</summary>
    Militia,

    /// <summary>Somebody outside the country who arms, pays or shields those who act.</summary>
    External,

    /// <summary>It is not known who.</summary>
    Unknown,
}

/// <summary>Whether other sources say the same.</summary>
public enum Corroboration
{
    /// <summary>Not looked into.</summary>
    Unknown,

    /// <summary>There is one source, or all go back to one.</summary>
    SingleSource,

    /// <summary>Independent sources agree in part.</summary>
    Partial,

    /// <summary>Independent sources agree.</summary>
    Corroborated,

    /// <summary>Another source says something else.</summary>
    Contradicted,
}
