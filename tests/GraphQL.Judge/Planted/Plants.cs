namespace R2P.GraphQL.Judge.Planted;

/// <summary>The bugs that can be planted, by name.</summary>
internal static class Plants
{
    public static Engine Find(string name) => name switch
    {
        "unheeded-rule" => new UnheededRule(),
        "stopped-null" => new StoppedNull(),
        "narrow-int" => new NarrowInt(),
        "bare-quotes" => new BareQuotes(),
        "strange-fragments" => new StrangeFragments(),
        "carefree-defaults" => new CarefreeDefaults(),
        _ => throw new ArgumentException($"No bug is called {name}.", nameof(name)),
    };
}
