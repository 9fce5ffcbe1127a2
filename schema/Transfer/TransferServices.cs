using Microsoft.Extensions.DependencyInjection;

namespace R2P.Schema.Transfer;

/// <summary>Registers what can be imported.</summary>
internal static class TransferServices
{
    public static IServiceCollection AddTransfer(this IServiceCollection services)
    {
        services.AddSingleton<IImportKind, AssessmentImport>();
        services.AddSingleton<IImportKind, PracticeImport>();
        return services;
    }
}
