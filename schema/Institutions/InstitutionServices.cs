using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Institutions;

/// <summary>Registers institutions.</summary>
internal static class InstitutionServices
{
    public static IServiceCollection AddInstitutions(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, InstitutionMapping>()
        .AddSingleton<InstitutionRules>()
        .AddSingleton(InstitutionMapping.Store);
}
