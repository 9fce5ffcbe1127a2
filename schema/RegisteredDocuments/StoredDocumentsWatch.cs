using Microsoft.Extensions.Logging;
using R2P.Documents;
using R2P.GraphQL.Persisted;
using R2P.Schema.Changes;

namespace R2P.Schema.RegisteredDocuments;

/// <summary>Follows the log, so that every instance serves what an operator has registered since it started, and nothing that was removed.</summary>
public sealed partial class StoredDocumentsWatch(EventLog log, TrustedDocuments documents, TimeProvider time, ILogger<StoredDocumentsWatch> logger)
    : EventWatch(log, Changed, new AccessContext([Reader], null, null), time, logger)
{
    /// <summary>Who hears of it: the service itself, and nobody who asks it.</summary>
    internal const string Reader = "service:registered-documents";

    private static readonly string Changed = EnumText.Of(ChangeType.RegisteredDocumentsChanged);

    /// <summary>Trying again would not make a document valid: those that were loaded before stay, until there are others.</summary>
    protected override async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await documents.LoadAsync(cancellation);
        }
        catch (DocumentRegistryException refusal)
        {
            LogRefused(logger, refusal.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The registered documents stay as they were: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
