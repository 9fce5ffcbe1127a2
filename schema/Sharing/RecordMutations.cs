using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Sharing;

/// <summary>Takes back what an office has put on record and shared, and that is no document. Each feature registers its own.</summary>
public interface IRecordStore
{
    /// <summary>The type, as its global ids have it.</summary>
    string TypeName { get; }

    /// <summary>Takes a record back into its office, its past included, and tells of it.</summary>
    Task WithdrawAsync(Act act, Guid id, int version);
}

/// <summary>The same of records that are <typeparamref name="T"/>.</summary>
internal sealed class RecordStore<T> : IRecordStore
    where T : DocumentEnvelope, IHasAudience
{
    /// <inheritdoc/>
    public string TypeName => typeof(T).Name;

    /// <inheritdoc/>
    public async Task WithdrawAsync(Act act, Guid id, int version)
    {
        var record = await act.LoadAsync<T>(id, version);
        act.MustActFor(record.OwnerId, "take this record back", Roles.WhoSpeak);
        var before = record.Readers;
        await act.RecallAsync([record]);
        act.TellRemovedRow(ChangeType.RecordWithdrawn, record, before);
    }
}

/// <summary>Finds the store of a record of any type.</summary>
public sealed class Records(IEnumerable<IRecordStore> stores)
{
    /// <summary>The store of a GraphQL type.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND: no record has that type.</exception>
    public IRecordStore Of(NodeId id) => stores.FirstOrDefault(store => store.TypeName == id.TypeName) ?? throw Refuse.NotFound("record", "input", "id");
}

/// <summary>The act that is the same for every record.</summary>
[MutationType]
public static class RecordMutations
{
    /// <summary>
    /// Takes back what your office has put on record and shared: a training, a pledge, the explanation of a veto, an activity of encouragement, a review
    /// cycle, a self-check, a report that is due. From now on only your office reads it, its history included; those who could read it are told its id.
    /// </summary>
    [Authorize]
    public static async Task<WithdrawRecordPayload> WithdrawRecord(
        WithdrawRecordInput input, ActRunner acts, Records records, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var store = records.Of(input.Id);
            var check = new InputCheck();
            check.Text(input.Reason, 1_000, "reason");
            check.ThrowIfAny();
            act.Because(input.Reason);
            await store.WithdrawAsync(act, input.Id.Id, input.Version);
            return input.Id.Id;
        }));
}

/// <summary>Taking a record back.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawRecordInput(NodeId Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>What the taking back of a record came to.</summary>
public sealed class WithdrawRecordPayload(NodeId record, ActResult result) : ActPayload(result)
{
    /// <summary>The id of the record; null if the act was refused.</summary>
    [ID]
    public string? WithdrawnId => Id is null ? null : record.ToString();
}
