using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Builds schemas from a few C# types.</summary>
internal static class BuiltSchema
{
    public static GraphQLSchema Library { get; } = Of(
        typeof(BookQueries), typeof(BookMutations), typeof(BookEvents), typeof(LendableFields), typeof(BookFields), typeof(FilmFields),
        typeof(Book), typeof(Film), typeof(Exact), typeof(Near));

    public static GraphQLSchema Of(params Type[] types)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var builder = new SchemaBuilder(services.GetRequiredService<IServiceProviderIsService>());
        foreach (var type in types)
        {
            builder.AddType(type);
        }

        return builder.Build();
    }
}
