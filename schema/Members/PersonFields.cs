using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>What a person leads to.</summary>
[ObjectType<Person>]
public static class PersonFields
{
    /// <summary>People by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Person?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>The person's appointments that you may see, former ones included, newest first.</summary>
    public static async Task<ILookup<Guid, Appointment>> AppointmentsAsync(
        [ParentKey(nameof(Person.Id))] IReadOnlyList<Guid> people, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<Appointment>().Where(row => people.Contains(row.PersonId)).NewestFirst().ToListAsync(token),
            cancellation);
        return rows.ToLookup(row => row.PersonId);
    }
}
