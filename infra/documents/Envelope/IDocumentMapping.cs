using Microsoft.EntityFrameworkCore;

namespace R2P.Documents;

/// <summary>
/// Tells how a kind lies in its table. Names of columns (snake_case) and of JSON members (camelCase), enums as strings,
/// the key and the optimistic lock come from the store's own convention: name the table and the body, no more.
/// </summary>
public interface IDocumentMapping
{
    /// <summary>Adds the kind's types to the model, which is built once.</summary>
    void Configure(ModelBuilder model);
}
