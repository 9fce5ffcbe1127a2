using System.Text;
using System.Text.Json;
using R2P.Schema.Tests.Endpoints;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Attachments;

/// <summary>Who may see a file: whoever may see its document, as both stand now; by every way that leads to it.</summary>
public sealed class AttachmentWallTests(EndpointNetwork endpoints) : IClassFixture<EndpointNetwork>
{
    private static readonly string?[] Everyone = ["ghana", "kenya", "au-desk", "denmark", "observer", "auditor", "admin", "stranger", null];
    private readonly Personas _personas = new(endpoints.Network);

    [Fact]
    public async Task A_draft_s_file_is_its_office_s_alone()
    {
        var draft = await _personas.ProposeAsync("ghana", "With a file");
        var (id, _) = await AddAsync("ghana", Personas.Id(draft));

        Assert.Equal(["ghana"], await SeeingAsync(id, Personas.Id(draft)));
    }

    [Fact]
    public async Task What_is_shared_takes_its_files_along_and_what_is_taken_back_too()
    {
        var document = Personas.Id(await _personas.PublishPracticeAsync("ghana", Personas.ToAfrica, "Shared with a file"));
        var (id, version) = await AddAsync("ghana", document);
        Assert.Equal(["ghana", "kenya", "au-desk"], await SeeingAsync(id, document));

        await _personas.ActAsync("ghana", "withdrawDocument", "document", new { id = document, version, reason = "No" });

        Assert.Equal(["ghana"], await SeeingAsync(id, document));
    }

    [Fact]
    public async Task A_file_that_was_removed_stays_with_the_owner_s_office()
    {
        var document = Personas.Id(await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Without its file"));
        var (id, _) = await AddAsync("ghana", document);
        Assert.Equal(["ghana", "kenya", "au-desk", "denmark", "observer"], await SeeingAsync(id, document));

        await endpoints.Network.DataAsync(
            "ghana", "mutation($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { removedId errors { code } } }", new { input = new { id } });

        Assert.Equal(["ghana"], await SeeingAsync(id));
    }

    [Fact]
    public async Task Past_its_expiry_a_file_is_its_office_s_alone()
    {
        var document = Personas.Id(await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Expired with its file"));
        var (id, _) = await AddAsync("ghana", document);
        await using var database = await RawSql.OpenAsync(endpoints.Network.Database.OwnerConnectionString);

        await database.ExecuteAsync(
            "update r2p.practice set version = version + 1, expires_at = now() - interval '1 second' where title = 'Expired with its file'");

        Assert.Equal(["ghana"], await SeeingAsync(id, document));
    }

    [Theory]
    [InlineData("kenya", 403, "NOT_ALLOWED")]
    [InlineData("denmark", 404, "NOT_FOUND")]
    [InlineData("auditor", 403, "NOT_ALLOWED")]
    public async Task Nobody_adds_a_file_to_what_is_not_theirs(string persona, int status, string code)
    {
        var document = Personas.Id(await _personas.PublishPracticeAsync("ghana", Personas.ToAfrica, "Not theirs"));

        var (answered, json) = await PostAsync(persona, document);

        Assert.Equal((status, code), (answered, json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Equal("""{"attachments":[]}""", (await _personas.SeeAsync("ghana", document, "attachments { id }")).GetRawText());
    }

    [Fact]
    public async Task Who_fetches_a_file_of_a_restricted_document_is_on_record()
    {
        var document = Personas.Id(await _personas.PublishPracticeAsync("ghana", new { kind = "NAMED", states = new[] { "KEN" } }, "Restricted, with a file"));
        var (id, _) = await AddAsync("ghana", document);
        await using var database = await RawSql.OpenAsync(endpoints.Network.Database.OwnerConnectionString);
        const string Readings = "select count(*) from r2p.reading";
        var before = await database.ScalarAsync<long>(Readings);

        Assert.Equal(200, (await endpoints.Host.GetAsync("ghana", $"/attachments/{id}")).Status);
        Assert.Equal(404, (await endpoints.Host.GetAsync("denmark", $"/attachments/{id}")).Status);
        Assert.Equal(before, await database.ScalarAsync<long>(Readings));
        Assert.Equal((200, "some text"), await endpoints.Host.GetAsync("kenya", $"/attachments/{id}"));
        Assert.Equal(before + 1, await database.ScalarAsync<long>(Readings));
        Assert.Equal(200, (await endpoints.Host.GetAsync("kenya", $"/attachments/{id}", HttpMethod.Head)).Status);
        Assert.Equal(before + 2, await database.ScalarAsync<long>(Readings));
    }

    /// <summary>Who sees the file; each must find it by all ways or by none, and who does not is told what is told of a file that there is not.</summary>
    private async Task<string[]> SeeingAsync(string id, string? document = null)
    {
        var seeing = new List<string>();
        foreach (var persona in Everyone)
        {
            var (status, body) = await endpoints.Host.GetAsync(persona, $"/attachments/{id}");
            var (unknownStatus, unknown) = await endpoints.Host.GetAsync(persona, "/attachments/QXR0YWNobWVudDowMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMQ");
            var isNode = (await endpoints.Network.DataAsync(persona, "query($id: ID!) { node(id: $id) { id ... on Attachment { name } } }", new { id }))
                .GetProperty("node").ValueKind == JsonValueKind.Object;
            var isListed = document is null ? isNode : await IsListedAsync(persona, id, document);
            Assert.Equal((isNode, isNode), (status == 200, isListed));
            Assert.Equal(status, (await endpoints.Host.GetAsync(persona, $"/attachments/{id}", HttpMethod.Head)).Status);
            if (isNode)
            {
                Assert.Equal("some text", body);
                seeing.Add(persona ?? "nobody");
            }
            else
            {
                Assert.Equal((unknownStatus, unknown), (status, body));
            }
        }

        return [.. seeing];
    }

    private async Task<bool> IsListedAsync(string? persona, string id, string document)
    {
        var seen = await _personas.SeeAsync(persona, document, "attachments { id }");
        return seen.ValueKind == JsonValueKind.Object && seen.GetProperty("attachments").EnumerateArray().Any(file => Personas.Id(file) == id);
    }

    private async Task<(string Id, int Version)> AddAsync(string persona, string document)
    {
        var (status, json) = await PostAsync(persona, document);
        Assert.Equal(201, status);
        return (Personas.Id(json), (await _personas.SeeAsync(persona, document, "version")).GetProperty("version").GetInt32());
    }

    private async Task<(int Status, JsonElement Json)> PostAsync(string persona, string document)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("some text"));
        return await endpoints.Host.PostAsync(persona, $"/attachments?document={document}&name=a.txt", body, "application/octet-stream");
    }
}
