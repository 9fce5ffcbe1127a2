using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Tests.PeerReviews;

/// <summary>The database holds by itself, whatever the service's code does.</summary>
public sealed class ReviewWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Everything =
        """
        {
          peerReviews(first: 100) {
            totalCount
            nodes { id document { id title } reviewers { conflictOfInterest } comments { totalCount nodes { id text author { code } answers { reason } replies { totalCount } } } }
          }
          assessments(first: 100) { nodes { id reviews { totalCount } comments { totalCount nodes { id text } } } }
        }
        """;

    private readonly ReviewDesk _desk = new(network);

    [Theory]
    [InlineData("ghana")]
    [InlineData("kenya")]
    [InlineData("denmark")]
    [InlineData("costa-rica")]
    [InlineData("au-desk")]
    [InlineData("observer")]
    [InlineData(null)]
    public async Task Without_the_predicate_of_the_queries_a_persona_sees_the_same(string? persona)
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("au-desk", "AU_R2P_DESK"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review, "sealed", "OWNER", "REGION"));
        await _desk.CommentAsync("kenya", review, "to all", "AUDIENCE");
        await _desk.AnswerAsync("ghana", comment);
        await using var unguarded = NetworkFixture.Compose(network.Database.Options with { ApplyPredicate = false });

        var result = await unguarded.GetRequiredService<IOperationExecutor>()
            .ExecuteAsync(NetworkFixture.Request(persona, Everything, null), TestContext.Current.CancellationToken);

        Assert.Equal((await network.AskAsync(persona, Everything)).ToString(), NetworkFixture.Read(result).ToString());
    }

    [Fact]
    public async Task Whoever_reads_a_review_writes_only_what_is_theirs()
    {
        var (_, review) = await _desk.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"), ("denmark", "DNK_FOCAL_POINT"));
        var comment = ReviewDesk.IdOf(await _desk.CommentAsync("kenya", review));

        Assert.Equal("0", await TryAsync("kenya", "update r2p.peer_review set conclusions = 'x', version = version + 1 where id = $1", review));
        Assert.Equal("0", await TryAsync("kenya", "update r2p.comment set answered = true where id = $1", comment));
        Assert.Equal("1", await TryAsync("kenya", "update r2p.reviewer set status = 'DECLINED' where review_id = $1", review));
        Assert.Equal(Denied, await TryAsync("kenya", "update r2p.reviewer set readers = '{public}' where review_id = $1", review));
        Assert.Equal(Denied, await TryAsync("ghana", "update r2p.comment set text = 'x' where id = $1", comment));
        Assert.Equal(Denied, await TryAsync("ghana", "update r2p.comment set readers = '{public}' where id = $1", comment));
        Assert.Equal(Denied, await TryAsync("ghana", "delete from r2p.comment where id = $1", comment));
        Assert.Equal(Denied, await TryAsync("ghana", "delete from r2p.peer_review where id = $1", review));
        Assert.Equal(Denied, await TryAsync("ghana", "update r2p.comment_answer set reason = 'x' where comment_id = $1", comment));
        Assert.Equal(Denied, await TryAsync("kenya", "insert into r2p.comment_answer values ($1, 1, true, 'x', now())", comment));
        Assert.Equal(Denied, await TryAsync("kenya", "select * from r2p.office_seal where office_id <> $1", comment));
        Assert.Equal("0", await TryAsync("ghana", "update r2p.reviewer set status = 'ACCEPTED' where review_id = $1", review));
        Assert.Equal(Denied, await TryAsync(
            "kenya",
            "insert into r2p.reviewer (review_id, office_id, status, readers) select $1, id, 'INVITED', '{public}' from r2p.office where code = 'EU_R2P_DESK'",
            review));
        Assert.Equal(Denied, await TryAsync(
            "costa-rica",
            "insert into r2p.comment (id, review_id, document_id, document_kind, document_version, owner_id, signature, kind, addressee, pointer, place, digest, text, answered, created_at, own_readers, readers) "
            + "select gen_random_uuid(), $1, gen_random_uuid(), 'ASSESSMENT', 1, id, 'x', 'QUESTION', 'PANEL', '', '', '', 'x', false, now(), '{public}', '{public}' from r2p.office where code = 'GHA_FOCAL_POINT'",
            review));
    }

    private static string Denied => PostgresErrorCodes.InsufficientPrivilege;

    /// <summary>How many rows a statement changes for a persona under the service's login, or the SQLSTATE; nothing is kept.</summary>
    private async Task<string> TryAsync(string persona, string sql, string id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var viewer = await network.Services.GetRequiredService<ViewerDirectory>().FindAsync(NetworkFixture.Principal(persona), cancellation);
        await using var source = NpgsqlDataSource.Create(network.Database.ServiceConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var announce = new NpgsqlCommand("select set_config('r2p.tokens', $1::text[]::text, true)", connection, transaction);
        announce.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. viewer.Tokens] });
        await announce.ExecuteNonQueryAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ReviewDesk.KeyOf(id) });
        try
        {
            return $"{await command.ExecuteNonQueryAsync(cancellation)}";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
