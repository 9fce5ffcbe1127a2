namespace R2P.Schema.Sharing;

/// <summary>How sure the authors are of a finding.</summary>
public enum Confidence
{
    /// <summary>Single or weak sources.</summary>
    Low,

    /// <summary>Several sources that agree, with gaps.</summary>
    Moderate,

    /// <summary>Several independent sources that agree.</summary>
    High,
}
