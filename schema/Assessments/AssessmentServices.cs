using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Assessments;

internal static class AssessmentServices
{
    /// <summary>Adds assessments, their parts, annexes and trigger notes.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, AssessmentMapping>();
        services.AddSingleton(AssessmentMapping.Store);
        services.AddSingleton<FindingRules>();
        services.AddSingleton<AssessmentRules>();
        services.AddSingleton<PartRules>();
        services.AddSingleton<IInboxSource, AssessmentsToApprove>();
        services.AddSingleton<IInboxSource, PartsToWrite>();
        return services;
    }
}
