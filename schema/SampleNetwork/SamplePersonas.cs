namespace R2P.Schema.SampleNetwork;

/// <summary>The personas of the sample network, by the names under which the README and <c>infra/token</c> know them.</summary>
public static class SamplePersonas
{
    /// <summary>Every persona's name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SampleFiles.ReadNetwork().Personas.Select(persona => persona.Persona)];

    /// <summary>The subject (<c>sub</c>) of a persona's token.</summary>
    public static string SubjectOf(string name) => $"sample:{name}";
}
