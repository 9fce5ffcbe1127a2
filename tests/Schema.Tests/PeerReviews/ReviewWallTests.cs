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
          reviewCalls(first: 100) { totalCount nodes { id text review { id } offers { id brings office { code } } } }
          assessments(first: 100) { nodes { id reviews { totalCount } comments { totalCount nodes { id text } } } }
        }
        """;

    private static readonly object ToNetwork = new { kind = "NETWORK", networks = new[] { "GLOBAL_NETWORK_R2P_FOCAL_POINTS" } };
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
        var (_, _, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        await _desk.OfferAsync("denmark", call, new { people = 2, women = 1 });
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

    [Fact]
    public async Task An_office_offers_for_itself_where_it_is_welcome_and_only_the_owner_decides()
    {
        var (_, review, call) = await _desk.CallAsync(ToNetwork, "KEN_FOCAL_POINT");
        var offer = await _desk.OfferAsync("denmark", call);

        Assert.Equal("0", await TryAsync("denmark", "update r2p.review_offer set status = 'ACCEPTED' where id = $1", offer));
        Assert.Equal("0", await TryAsync("kenya", "update r2p.review_offer set status = 'ACCEPTED' where id = $1", offer));
        Assert.Equal("1", await TryAsync("ghana", "update r2p.review_offer set status = 'DECLINED' where id = $1", offer));
        Assert.Equal(Denied, await TryAsync("ghana", "update r2p.review_offer set readers = '{public}' where id = $1", offer));
        Assert.Equal(Denied, await TryAsync("ghana", "update r2p.review_offer set brings = 'x' where id = $1", offer));
        Assert.Equal(Denied, await TryAsync("ghana", "delete from r2p.review_call where id = $1", call));
        Assert.Equal("0", await TryAsync("denmark", "update r2p.review_call set status = 'ENDED', version = version + 1 where id = $1", call));
        Assert.Equal("1", await TryAsync("costa-rica", Offering("CRI_FOCAL_POINT"), call));
        Assert.Equal(Denied, await TryAsync("costa-rica", Offering("EU_R2P_DESK"), call));
        Assert.Equal(Denied, await TryAsync("au-desk", Offering("AU_R2P_DESK"), call));
        Assert.Equal(Denied, await TryAsync("denmark", CallingFor("DNK_FOCAL_POINT"), review));
        foreach (var persona in new[] { "ghana", "denmark" })
        {
            Assert.Equal("-1", await TryAsync(persona, "select 1 / case when r2p.admit_reviewer($1) then 0 else 1 end", offer));
        }

        static string Offering(string office) =>
            "insert into r2p.review_offer (id, call_id, review_id, owner_id, office_id, status, conflict_of_interest, brings, offered_at, readers) "
            + "select gen_random_uuid(), $1, v.review_id, v.owner_id, o.id, 'OFFERED', 'none', 'x', now(), array['office:' || v.owner_id, 'office:' || o.id] "
            + $"from r2p.office o, (values ({Of("review_id")}, {Of("owner_id")})) v (review_id, owner_id) where o.code = '{office}'";

        // Whoever does not see the call guesses: the policy has to refuse that, too.
        static string Of(string column) => $"coalesce((select {column} from r2p.review_call where id = $1), gen_random_uuid())";

        static string CallingFor(string office) =>
            "insert into r2p.review_call (id, owner_id, readers, version, language, created_at, updated_at, audience, review_id, document_kind, status, text, opens_on) "
            + $"select gen_random_uuid(), id, '{{public}}', 1, 'en', now(), now(), '{{}}', $1, 'ASSESSMENT', 'OPEN', 'x', current_date from r2p.office where code = '{office}'";
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
