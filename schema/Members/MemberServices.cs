using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Members;

/// <summary>Registers the directory, and what waits for an answer there.</summary>
internal static class MemberServices
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, MembersMapping>()
        .AddSingleton<ReferenceParties>()
        .AddSingleton<IInboxSource, AppointmentInbox>()
        .AddSingleton<IInboxSource, InvitationsToAnswer>()
        .AddSingleton<IInboxSource, PairingsToAnswer>();
}
