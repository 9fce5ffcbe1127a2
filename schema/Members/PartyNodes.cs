using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>States by id.</summary>
[ObjectType<State>]
public static class StateFields
{
    /// <summary>States by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<State?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<State>(ids, selection, cancellation);
}

/// <summary>Regional organizations by id.</summary>
[ObjectType<RegionalOrganization>]
public static class RegionalOrganizationFields
{
    /// <summary>Regional organizations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<RegionalOrganization?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<RegionalOrganization>(ids, selection, cancellation);

    /// <summary>Whether the organization is a network of peers, too: what is shared with the network of its code reaches its members.</summary>
    [CallerIndependent]
    public static bool IsNetwork([Parent] RegionalOrganization organization) => organization.AlsoNetwork;
}

/// <summary>Networks by id.</summary>
[ObjectType<Network>]
public static class NetworkFields
{
    /// <summary>Networks by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Network?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Network>(ids, selection, cancellation);

    /// <summary>The languages in which the network works (BCP 47).</summary>
    [CallerIndependent]
    public static IReadOnlyList<string> Languages([Parent] Network network) => network.Languages;

    /// <summary>What the network is at work on (Markdown); null if it has not said.</summary>
    [CallerIndependent]
    public static string? Programme([Parent] Network network) => network.Programme;
}

/// <summary>Bodies of the United Nations by id.</summary>
[ObjectType<UnEntity>]
public static class UnEntityFields
{
    /// <summary>Bodies of the United Nations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<UnEntity?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<UnEntity>(ids, selection, cancellation);
}

/// <summary>Civil-society organizations by id.</summary>
[ObjectType<CivilSocietyOrganization>]
public static class CivilSocietyOrganizationFields
{
    /// <summary>Civil-society organizations by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<CivilSocietyOrganization?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<CivilSocietyOrganization>(ids, selection, cancellation);
}
