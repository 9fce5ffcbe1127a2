using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace R2P.Documents;

/// <summary>Has PostgreSQL told whose transaction it is before EF Core's first statement in it.</summary>
internal sealed class FirstTold : DbCommandInterceptor
{
    public static FirstTold Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw Late();

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => throw Late();

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => throw Late();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(eventData, cancellationToken);
        return result;
    }

    private static ValueTask TellAsync(CommandEventData eventData, CancellationToken cancellationToken)
    {
        var context = (DocumentContext)eventData.Context!;
        return context.Turns!.TellAsync(context.Access, cancellationToken);
    }

    private static NotSupportedException Late() => new("A session reads asynchronously.");
}
