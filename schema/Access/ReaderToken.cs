namespace R2P.Schema.Access;

/// <summary>The tokens of which a row's readers are made; a viewer who holds one of them sees the row.</summary>
public static class ReaderToken
{
    private const string RegionPrefix = "region:";
    private const string NetworkPrefix = "network:";

    /// <summary>Everyone, signed in or not.</summary>
    public const string Public = "public";

    /// <summary>Every active appointment, auditors and administrators aside.</summary>
    public const string Members = "members";

    /// <summary>The offices of a State's government.</summary>
    public static string State(string country) => $"state:{country}";

    /// <summary>The desks of a regional organization.</summary>
    public static string Organization(string code) => $"org:{code}";

    /// <summary>The desks of a regional organization and the national focal points of its member States.</summary>
    public static string Region(string code) => RegionPrefix + code;

    /// <summary>The focal points of a network's active members, and its secretariat.</summary>
    public static string Network(string code) => NetworkPrefix + code;

    /// <summary>The holders of an office.</summary>
    public static string Office(Guid id) => $"office:{id}";

    /// <summary>One person.</summary>
    public static string Person(Guid id) => $"person:{id}";

    /// <summary>The holders of an office, where nobody may learn which office that is.</summary>
    public static string Seal(Guid seal) => $"seal:{seal}";

    /// <summary>The accepted reviewers of a review, until it closes.</summary>
    public static string Review(Guid id) => $"review:{id}";

    /// <summary>The organizations and networks, by their codes, to whose members or desks somebody belongs who holds these tokens.</summary>
    public static IReadOnlyList<string> BodiesOf(IReadOnlyList<string> tokens) =>
        [.. tokens.Where(token => token.StartsWith(RegionPrefix, StringComparison.Ordinal) || token.StartsWith(NetworkPrefix, StringComparison.Ordinal))
            .Select(token => token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..]).Distinct()];
}
