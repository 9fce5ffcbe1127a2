using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>Institutions in queries.</summary>
[QueryType]
public static class InstitutionQueries
{
    /// <summary>
    /// The bodies of national architectures that you may see, newest publication first: your own State's, and those that others share as examples.
    /// </summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Institution>> Institutions(
        PagingArguments paging,
        QueryContext<Institution> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>The outline along which bodies are described, as a template for a State that sets one up: what to think of, in which field it goes.</summary>
    public static IReadOnlyList<OutlineSection> InstitutionOutline() => OutlineSection.All;
}

/// <summary>A section of the outline.</summary>
/// <param name="Field">The field of the input that takes it.</param>
/// <param name="Question">What to think of.</param>
public sealed record OutlineSection(string Field, string Question)
{
    internal static IReadOnlyList<OutlineSection> All { get; } =
    [
        new("members", "Which ministries and others sit in the body, and who speaks for each?"),
        new("legalBase", "On which law, decree or treaty does it rest, and who can change that?"),
        new("termsOfReference", "What is it charged with, what may it decide itself, and to whom does it report?"),
        new("meetingRhythm", "How often does it meet, and how is it called together when something is urgent?"),
        new("inhibitors", "Which of the things that keep atrocity crimes from happening does it serve?"),
        new("description", "How does it work together with the rest of the architecture, and what would you tell a State that sets one up?"),
    ];
}

/// <summary>The fields of an institution that read beyond its own row.</summary>
[ObjectType<Institution>]
public static class InstitutionFields
{
    /// <summary>Institutions by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Institution?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Institution>(session, ids, selection, cancellation);

    /// <summary>The office by which the body itself contributes to the network's work; null if it has none.</summary>
    [CallerIndependent]
    public static Task<IReadOnlyList<Office?>> ContributorOfficeAsync(
        [ParentKey(nameof(Institution.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<InstitutionPayload>]
public static class InstitutionPayloadFields
{
    /// <summary>The institution as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Institution?>> InstitutionAsync(
        [ParentKey(nameof(InstitutionPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Institution>(ids, selection, cancellation);
}
