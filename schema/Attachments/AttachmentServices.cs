using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Attachments;

/// <summary>Registers attachments.</summary>
internal static class AttachmentServices
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, AttachmentMapping>();
        services.AddScoped<AttachmentUpload>();
        services.AddScoped<AttachmentDownload>();
        return services;
    }
}
