using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

public sealed class PrintedSchemaTests
{
    [Fact]
    public void Prints() => File.WriteAllText("/tmp/types-sdl.graphql", SchemaPrinter.Print(BuiltSchema.Library));
}
