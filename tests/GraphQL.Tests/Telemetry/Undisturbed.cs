namespace R2P.GraphQL.Tests.Telemetry;

/// <summary>Who listens hears the whole process: these tests run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Undisturbed
{
    public const string Name = "Telemetry";
}
