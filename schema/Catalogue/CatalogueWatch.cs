using Microsoft.Extensions.Logging;
using R2P.Documents;
using R2P.Schema.Changes;

namespace R2P.Schema.Catalogue;

/// <summary>Follows the log, so that what a secretariat adds by way of one instance is in the catalogue of every other.</summary>
public sealed class CatalogueWatch(EventLog log, CatalogueKeeper keeper, TimeProvider time, ILogger<CatalogueWatch> logger)
    : EventWatch(log, Changed, AccessContext.Anonymous, time, logger)
{
    private static readonly string Changed = EnumText.Of(ChangeType.CatalogueChanged);

    /// <inheritdoc/>
    protected override Task ReadAsync(CancellationToken cancellation) => keeper.ReadAsync(cancellation);
}
