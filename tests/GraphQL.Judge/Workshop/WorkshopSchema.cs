using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Judge.Workshop;

/// <summary>A schema built from C# types; the reference gets it as printed, with equal resolvers.</summary>
internal static class WorkshopSchema
{
    public static GraphQLSchema Schema { get; } = Build();

    private static GraphQLSchema Build()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var builder = new SchemaBuilder(services.GetRequiredService<IServiceProviderIsService>()) { Description = "A joiner's workshop." };
        foreach (var type in typeof(WorkshopSchema).Assembly.GetTypes().Where(type => type.Namespace == typeof(WorkshopSchema).Namespace))
        {
            builder.AddType(type);
        }

        return builder.Build();
    }
}
