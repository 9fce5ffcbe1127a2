using System.Text.Json;
using Npgsql;
using R2P.Schema.Tests.Alerts;
using R2P.Schema.Tests.Assistance;
using R2P.Schema.Tests.Exchanges;

namespace R2P.Schema.Tests.Recalls;

/// <summary>What is erased is gone for good, and those who had it are told.</summary>
public sealed class ErasureTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Erase = "mutation($input: EraseDocumentInput!) { eraseDocument(input: $input) { erasedId errors { code path } } }";
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task Nothing_of_it_is_left_in_any_table_but_its_id()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk, "Zanzibarian whisper");
        await _personas.ActAsync("ghana", "shareSummary", "excerpt", new
        {
            id = Personas.Id(shared), version = 3, title = "Zanzibarian excerpt", text = "Zanzibarian text", audience = Personas.ToMembers,
        }, "id");

        var answer = await EraseAsync("ghana", shared);

        Assert.Equal($$"""{"erasedId":"{{Personas.Id(shared)}}","errors":[]}""", answer.GetRawText());
        Assert.False(await _personas.SeesAsync("ghana", Personas.Id(shared)));
        Assert.Empty(await TablesThatMentionAsync("Zanzibarian"));
    }

    [Fact]
    public async Task Former_readers_of_any_version_are_told_its_id_and_asked_to_acknowledge()
    {
        var cursor = (await network.DataAsync("au-desk", "{ changeCursor }")).GetProperty("changeCursor").GetString();
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk, "Read and gone");
        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");
        var narrowed = await _personas.ActAsync("ghana", "shareDocument", "document", Personas.Step(shared, new { kind = "OFFICE" }));

        await EraseAsync("ghana", narrowed);

        const string changes = "query($after: Cursor!) { changes(after: $after, first: 100) { nodes { type documentId version } } }";
        var desk = await network.DataAsync("au-desk", changes, new { after = cursor });
        Assert.Contains($$"""{"type":"DOCUMENT_RECALLED","documentId":"{{Personas.Id(shared)}}","version":null}""", desk.ToString(), StringComparison.Ordinal);
        var ghana = await network.DataAsync("ghana", changes, new { after = cursor });
        Assert.Contains($$"""{"type":"DOCUMENT_ERASED","documentId":"{{Personas.Id(shared)}}","version":null}""", ghana.ToString(), StringComparison.Ordinal);
        var recalls = await network.DataAsync("au-desk", "{ recalls { nodes { documentId } } }");
        Assert.Contains(Personas.Id(shared), recalls.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kenya", "NOT_ALLOWED")]
    [InlineData("secretariat", "NOT_ALLOWED")]
    [InlineData("admin", "NOT_FOUND")]
    public async Task Only_who_decides_for_the_owner_s_office_erases(string persona, string code)
    {
        var shared = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Stays");

        var refused = await EraseAsync(persona, shared);

        Assert.Equal(code, Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.True(await _personas.SeesAsync("kenya", Personas.Id(shared)));
    }

    [Fact]
    public async Task It_needs_a_reason_and_the_version_that_was_seen()
    {
        var shared = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Stays, too");

        var silent = await EraseAsync("ghana", shared, reason: " ");
        var stale = (await network.DataAsync("ghana", Erase, new { input = new { id = Personas.Id(shared), version = 1, reason = "Old" } }))
            .GetProperty("eraseDocument");

        Assert.Equal("""{"erasedId":null,"errors":[{"code":"INVALID_INPUT","path":["input","reason"]}]}""", silent.GetRawText());
        Assert.Equal("""{"erasedId":null,"errors":[{"code":"CONFLICT","path":["input","version"]}]}""", stale.GetRawText());
    }

    [Fact]
    public async Task Nobody_erases_an_exchange_that_others_take_part_in()
    {
        var desks = new Desks(network);
        var exchange = await desks.OpenAsync("au-desk", "Kept", "EU_R2P_DESK");
        var sent = await desks.SendAsync("eu-desk", exchange, new { text = "Not yours to erase." });

        var refused = await EraseAsync("au-desk", await desks.NowAsync("au-desk", exchange));

        Assert.Equal("""{"erasedId":null,"errors":[{"code":"NOT_ALLOWED","path":null}]}""", refused.GetRawText());
        Assert.Equal("Not yours to erase.", (await desks.NodeAsync("eu-desk", Personas.Id(sent), "ExchangeMessage", "text")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_another_office_wrote_is_not_erased_with_the_document_that_it_hangs_on()
    {
        var alert = await new AlertDesk(network).RaiseAsync("Analysed");
        await _personas.ActAsync("kenya", "addAlertAnalysis", "alert", new { alert = Personas.Id(alert), text = "It is calmer.", confidence = "LOW" }, "id");
        var call = await _personas.ActAsync("secretariat", "openConsultation", "consultation", new
        {
            title = "Answered", purpose = "Input.", questions = Array.Empty<object>(), closesAt = "2999-06-01T00:00:00Z", audience = Personas.ToMembers,
        });
        var said = await _personas.ActAsync("ghana", "submitInput", "submission",
            new { consultationId = Personas.Id(call), submission = new { publication = "PRIVATE", text = "Ours." } }, "id version");
        var help = new AssistanceDesk(network);
        var accepted = await help.StepAsync("ghana", "acceptOffer", await help.OfferAsync("denmark", await help.OpenAsync("Answered")));

        foreach (var (persona, document) in new[] { ("au-desk", alert), ("secretariat", call), ("denmark", accepted) })
        {
            Assert.Equal(
                """{"erasedId":null,"errors":[{"code":"WORDS_OF_OTHERS","path":["input","id"]}]}""", (await EraseAsync(persona, document)).GetRawText());
        }

        await _personas.ActAsync("ghana", "withdrawSubmission", "submission", new { id = Personas.Id(said), version = 1 }, "id");
        Assert.Equal($$"""{"erasedId":"{{Personas.Id(call)}}","errors":[]}""", (await EraseAsync("secretariat", call)).GetRawText());
    }

    private async Task<JsonElement> EraseAsync(string persona, JsonElement document, string reason = "Names a source") => (await network.DataAsync(
        persona, Erase,
        new { input = new { id = Personas.Id(document), version = document.GetProperty("version").GetInt32(), reason } })).GetProperty("eraseDocument");

    /// <summary>The tables of which a row, as text, holds a word.</summary>
    private async Task<List<string>> TablesThatMentionAsync(string word)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand(
            "select tablename from pg_tables where schemaname = 'r2p'"))
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.Contains("revision", tables);
        var mentioned = new List<string>();
        foreach (var table in tables)
        {
            await using var count = source.CreateCommand($"select count(*) from r2p.{table} t where t::text like '%{word}%'");
            if ((long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0)
            {
                mentioned.Add(table);
            }
        }

        return mentioned;
    }
}
