using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.Schema.Attachments;
using R2P.Schema.Transfer;
using R2P.Tests;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>The endpoints beside <c>/graphql</c> on a port of their own; who asks is said in a header.</summary>
internal sealed class EndpointHost(WebApplication app) : IAsyncDisposable
{
    private const string Persona = "Persona";
    private const string Expiry = "Expiry";
    private readonly HttpClient _http =
        new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = new Uri(app.Urls.First()) };

    /// <summary>Starts the endpoints.</summary>
    /// <param name="database">The network's database.</param>
    /// <param name="time">The clock of the endpoints.</param>
    /// <param name="configure">Changes the services.</param>
    public static async Task<EndpointHost> StartAsync(DocumentStoreOptions database, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddDocuments(_ => database).AddNetwork().AddGraphQL(graphql => graphql.AddNetwork());
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = NetworkFixture.Principal(context.Request.Headers[Persona]);
            if (context.Request.Headers[Expiry] is [{ } expires])
            {
                ((ClaimsIdentity)context.User.Identity!).AddClaim(new Claim("exp", expires));
            }

            return next(context);
        });
        app.MapImport();
        app.MapAttachments();
        app.MapExport("/export");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new EndpointHost(app);
    }

    /// <summary>Status and JSON of the answer to a body.</summary>
    public async Task<(int Status, JsonElement Json)> PostAsync(string persona, string path, HttpContent body, string type, bool asksFirst = false)
    {
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Add(Persona, persona);
        request.Headers.ExpectContinue = asksFirst;
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Status, headers and body of a file, or of what is said instead of it.</summary>
    public async Task<(int Status, string Body)> GetAsync(string? persona, string path, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (persona is not null)
        {
            request.Headers.Add(Persona, persona);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>An export that its client takes as slowly as it likes.</summary>
    /// <param name="persona">Who exports.</param>
    /// <param name="query">What.</param>
    /// <param name="expires">When the token expires.</param>
    public async Task<HttpResponseMessage> ExportAsync(string persona, string query, DateTimeOffset? expires = null)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/export", UriKind.Relative)) { Content = body };
        request.Headers.Add(Persona, persona);
        if (expires is { } moment)
        {
            request.Headers.Add(Expiry, moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>A network, and its endpoints.</summary>
public sealed class EndpointNetwork(PostgresFixture postgres) : IAsyncLifetime
{
    private EndpointHost? _host;

    public NetworkFixture Network { get; } = new(postgres);

    internal EndpointHost Host => _host ?? throw new InvalidOperationException("The endpoints have not started.");

    public async ValueTask InitializeAsync()
    {
        await Network.InitializeAsync();
        _host = await EndpointHost.StartAsync(Network.Database.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Network.DisposeAsync();
    }
}

/// <summary>A body on a poor line: its second half comes when it is let.</summary>
internal sealed class SlowBody(string first, string second) : HttpContent
{
    /// <summary>Nothing waits for it any longer than a test does.</summary>
    protected override void Dispose(bool disposing)
    {
        GoOn();
        base.Dispose(disposing);
    }

    private readonly TaskCompletionSource _isUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first half has been sent.</summary>
    public Task UnderWay => _isUnderWay.Task;

    public void GoOn() => _goOn.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(first));
        await stream.FlushAsync();
        _isUnderWay.TrySetResult();
        await _goOn.Task;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(second));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Encoding.UTF8.GetByteCount(first) + Encoding.UTF8.GetByteCount(second);
        return true;
    }
}
