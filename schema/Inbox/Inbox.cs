using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Inbox;

/// <summary>What needs you: of every office that you hold, as it stands at the moment of the answer.</summary>
public sealed class ViewerInbox;

/// <summary>How much of one sort needs you.</summary>
/// <param name="Reason">Why it needs you.</param>
/// <param name="Count">How much of it there is.</param>
/// <param name="Overdue">How much of it is past its date.</param>
public sealed record InboxCount(InboxReason Reason, int Count, int Overdue);

/// <summary>One thing that needs you.</summary>
public sealed class InboxItem(InboxEntry entry, DateOnly today)
{
    /// <summary>Why it needs you.</summary>
    public InboxReason Reason { get; } = EnumText.Parse<InboxReason>(entry.Reason);

    /// <summary>The global id of what it is about: a document, a review, a comment, an appointment. Ask <c>node</c> for it.</summary>
    [ID]
    public string SubjectId { get; } = new NodeId(entry.TypeName, entry.SubjectId).ToString();

    /// <summary>By when it should be done; null without a date.</summary>
    public DateOnly? DueOn { get; } = entry.DueOn;

    /// <summary>Whether that day is over.</summary>
    public bool Overdue { get; } = entry.DueOn < today;

    /// <summary>Since when it has been waiting.</summary>
    public DateTimeOffset Since { get; } = entry.Since;

    [GraphQLIgnore]
    public InboxEntry Entry { get; } = entry;
}

/// <summary>What an inbox leads to.</summary>
[ObjectType<ViewerInbox>]
public static class InboxFields
{
    /// <summary>How much there is, whatever the reason.</summary>
    public static async Task<int> TotalCountAsync([Parent] ViewerInbox _, InboxReader inbox, CancellationToken cancellation) =>
        (await inbox.CountAsync(cancellation)).Sum(count => count.Count);

    /// <summary>How much there is of each sort; sorts of which there is nothing are left out.</summary>
    public static Task<IReadOnlyList<InboxCount>> CountsAsync([Parent] ViewerInbox _, InboxReader inbox, CancellationToken cancellation) =>
        inbox.CountAsync(cancellation);

    /// <summary>What needs you, the most urgent first: by date, then by how long it has been waiting.</summary>
    /// <param name="first">How many at most, from 1 to 200.</param>
    /// <param name="reasons">Only what needs you for these reasons; all by default.</param>
    [ListSize(SlicingArguments = ["first"], MaxSize = InboxReader.MaxItems)]
    public static Task<IReadOnlyList<InboxItem>> ItemsAsync(
        [Parent] ViewerInbox _, InboxReader inbox, CancellationToken cancellation, IReadOnlyList<InboxReason>? reasons = null, int first = 50) =>
        inbox.ReadAsync(first, reasons, cancellation);
}

/// <summary>What an item of an inbox leads to.</summary>
[ObjectType<InboxItem>]
public static class InboxItemFields
{
    /// <summary>The document that it is about; null if it is about something else, such as a review.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<InboxItem> items,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var wanted = items.Select(item => item.Entry)
            .Where(entry => documents.OfType(entry.TypeName) is not null)
            .Select(entry => (documents.OfType(entry.TypeName)!.Kind, entry.SubjectId));
        var found = await documents.FindAsync(session, wanted, selection, cancellation);
        return [.. items.Select(item => found.GetValueOrDefault(item.Entry.SubjectId))];
    }

    /// <summary>The office of yours that it needs.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [Parents] IReadOnlyList<InboxItem> items, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>([.. items.Select(item => item.Entry.OfficeId)], selection, cancellation);
}
