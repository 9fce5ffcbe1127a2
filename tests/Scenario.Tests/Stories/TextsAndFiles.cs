using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace R2P.Scenario.Tests.Stories;

/// <summary>A document's files, over HTTP as browsers and scripts send and fetch them.</summary>
public sealed class TextsAndFiles(Network network) : IClassFixture<Network>
{
    [Fact]
    public async Task A_file_goes_where_its_document_goes_and_comes_out_byte_by_byte()
    {
        var document = await network.PublishTitledAsync("With a map", new { kind = "NAMED", organizations = new[] { "AU" } });
        var content = Pdf(3_000_000);

        var added = await UploadAsync("ghana", document.Id(), "Karte é.pdf", content);

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), added.Json.GetProperty("sha256").GetString());
        var url = added.Json.GetProperty("url").GetString()!;
        using var response = await DownloadAsync("au-desk", url);
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Karte é.pdf", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        foreach (var persona in new[] { "eu-desk", "kenya", "auditor", null })
        {
            using var refused = await DownloadAsync(persona, url);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        const string fields = "query($id: ID!) { node(id: $id) { ... on SharedDocument { version receipts { office { code } } attachments { id name mediaType bytes url addedBy { code } } } } }";
        var seen = (await network.DataAsync("ghana", fields, new { id = document.Id() })).GetProperty("node");
        Assert.Equal(document.Version() + 1, seen.Version());
        Assert.Equal("AU_R2P_DESK", Assert.Single(seen.GetProperty("receipts").EnumerateArray()).GetProperty("office").GetProperty("code").GetString());
        var file = Assert.Single(seen.GetProperty("attachments").EnumerateArray());
        Assert.Equal((3_000_000, "GHA_FOCAL_POINT"), (file.GetProperty("bytes").GetInt32(), file.GetProperty("addedBy").GetProperty("code").GetString()));

        await network.ActAsync(
            "ghana",
            "shareDocument",
            new { id = document.Id(), version = seen.Version(), audience = new { kind = "NAMED", states = new[] { "KEN" } } },
            "document { id }");
        using var desk = await DownloadAsync("au-desk", url);
        using var kenya = await DownloadAsync("kenya", url);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (desk.StatusCode, kenya.StatusCode));

        await network.ActAsync("ghana", "removeAttachment", new { id = file.Id() }, "removedId __typename");
        using var removed = await DownloadAsync("kenya", url);
        using var kept = await DownloadAsync("ghana", url);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (removed.StatusCode, kept.StatusCode));
        Assert.Empty((await network.DataAsync("ghana", fields, new { id = document.Id() })).GetProperty("node").GetProperty("attachments").EnumerateArray());
    }

    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_REFUSED")]
    [InlineData("lies.pdf", "<script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_REFUSED")]
    [InlineData("../up.txt", "text", HttpStatusCode.BadRequest, "INVALID_INPUT")]
    public async Task What_is_no_file_for_readers_is_refused_and_leaves_nothing(string name, string content, HttpStatusCode status, string code)
    {
        var document = await network.PublishTitledAsync("Without files", Network.ToMembers);

        var refused = await UploadAsync("ghana", document.Id(), name, Encoding.UTF8.GetBytes(content));

        Assert.Equal((status, code), (refused.Status, refused.Error.Code));
        await HasNoFileAsync(document);
    }

    [Fact]
    public async Task Only_who_may_revise_the_document_adds_files_and_no_page_can_do_it_for_them()
    {
        var document = await network.PublishTitledAsync("Whose files", Network.ToMembers);
        var text = "text"u8.ToArray();

        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync("kenya", document.Id(), "a.txt", text)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync("admin", document.Id(), "a.txt", text)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UploadAsync(null, document.Id(), "a.txt", text)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await UploadAsync("ghana", document.Id(), "a.txt", text, "text/plain")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync("ghana", document.Id(), "a.pdf", Pdf((20 * 1024 * 1024) + 1))).Status);
        await HasNoFileAsync(document);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var document = await network.PublishTitledAsync("Broken off", Network.ToMembers);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var http = new HttpClient();
            using var body = new StreamContent(new Endless(Pdf(600_000)));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Headers.ContentLength = 5_000_000;
            using var request = new HttpRequestMessage(HttpMethod.Post, UploadUrl(document.Id(), "a.pdf")) { Content = body };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", network.Service.TokenOf("ghana"));
            using var response = await http.SendAsync(request, giveUp.Token);
        });

        await HasNoFileAsync(document);
    }

    [Fact]
    public async Task A_text_is_shown_without_what_its_author_must_not_run()
    {
        var document = await network.PublishTitledAsync("Shown", Network.ToMembers);

        var html = (await network.DataAsync(
            "observer", """query($id: ID!) { node(id: $id) { ... on SharedDocument { html(at: "/whatWasDone") } } }""",
            new { id = document.Id() })).GetProperty("node");

        Assert.Equal(
            "<p>Councils <strong>met</strong>, <a href=\"https://example.org\" rel=\"nofollow noopener noreferrer\">as told</a>.</p>\n",
            html.GetProperty("html").GetString());
    }

    private static byte[] Pdf(int length)
    {
        var content = new byte[length];
        new Random(7).NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);
        return content;
    }

    private Uri UploadUrl(string document, string name) => new(network.Service.Endpoint, $"/attachments?document={document}&name={Uri.EscapeDataString(name)}");

    private async Task<Answer> UploadAsync(string? persona, string document, string name, byte[] content, string type = "application/octet-stream")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await network.SendAsync(persona, UploadUrl(document, name).PathAndQuery, body);
    }

    private async Task<HttpResponseMessage> DownloadAsync(string? persona, string url)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(network.Service.Endpoint, url));
        if (network.Service.TokenOf(persona) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task HasNoFileAsync(JsonElement document)
    {
        var seen = (await network.DataAsync(
            "ghana", "query($id: ID!) { node(id: $id) { ... on SharedDocument { version attachments { id } } } }",
            new { id = document.Id() })).GetProperty("node");
        Assert.Equal($$"""{"version":{{document.Version()}},"attachments":[]}""", seen.GetRawText());
    }

    /// <summary>Gives what it has, and then nothing more, without an end.</summary>
    private sealed class Endless(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return read;
        }
    }
}
