namespace R2P.GraphQL.Types.Diff;

/// <summary>What a change of a schema means for those who use it.</summary>
public enum ChangeSeverity
{
    /// <summary>Documents that were valid no longer are, or answers no longer have the form that was promised.</summary>
    Breaking,

    /// <summary>Documents stay valid, but clients may meet what they did not expect, or be understood differently.</summary>
    Dangerous,

    /// <summary>Nobody notices who does not look for it.</summary>
    Safe,
}
