using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Types;

namespace R2P.Schema.Tests;

public sealed class SchemaTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    [Fact]
    public void Everything_that_clients_can_name_is_described() =>
        Assert.Empty(Undocumented.In(network.Services.GetRequiredService<GraphQLSchema>()));
}
