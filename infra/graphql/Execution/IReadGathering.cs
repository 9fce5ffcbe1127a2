namespace R2P.GraphQL.Execution;

/// <summary>
/// A scoped service that hears when resolvers are started side by side. What they ask of a data source between the two calls can go there together: none
/// of them waits for an answer before the second one. Calls may come nested, and from several threads.
/// </summary>
public interface IReadGathering
{
    /// <summary>Resolvers are being started.</summary>
    void Begin();

    /// <summary>Those that could be started are. Called as often as <see cref="Begin"/>.</summary>
    void End();
}
