namespace R2P.Documents;

/// <summary>How to reach the database.</summary>
/// <param name="ServiceConnectionString">
/// The login under which requests run: a member of <c>r2p_service</c>, neither superuser nor owner of the tables.
/// </param>
/// <param name="OwnerConnectionString">The login that migrates, and loads data at start.</param>
public sealed record DocumentStoreOptions(string ServiceConnectionString, string OwnerConnectionString)
{
    /// <summary>False only where a test proves that row-level security holds by itself.</summary>
    internal bool ApplyPredicate { get; init; } = true;
}
