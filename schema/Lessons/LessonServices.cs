using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Lessons;

/// <summary>Registers lessons.</summary>
internal static class LessonServices
{
    public static IServiceCollection AddLessons(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, LessonMapping>()
        .AddSingleton<LessonRules>()
        .AddSingleton(LessonMapping.Store);
}
