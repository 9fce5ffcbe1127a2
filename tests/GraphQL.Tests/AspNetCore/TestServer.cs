using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>A real server on a free loopback port, with <see cref="ScriptedExecutor"/> behind the transports.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app, ScriptedExecutor executor, RecordingLog log)
    {
        (_app, Executor, Log) = (app, executor, log);
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public ScriptedExecutor Executor { get; }

    public RecordingLog Log { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public static async Task<TestServer> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var executor = new ScriptedExecutor();
        var log = new RecordingLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IOperationExecutor>(executor).AddGraphQLTransports();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Use(SignIn);
        app.MapGraphQL("/graphql");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(app, executor, log);
    }

    /// <summary>Sends a request with a body; <paramref name="accept"/> null sends no Accept header.</summary>
    public async Task<Answer> PostAsync(
        string body, string? contentType = "application/json", string? accept = null, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await SendAsync(request, accept, adjust);
    }

    /// <summary>Sends a GET that satisfies the guard against cross-site requests.</summary>
    public async Task<Answer> GetAsync(string query, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql" + query);
        return await SendAsync(request, accept, message => message.Headers.Add("GraphQL-Require-Preflight", "1"));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string? accept = null, Action<HttpRequestMessage>? adjust = null)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        adjust?.Invoke(request);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers,
            response.Content.Headers);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Executor.Release();
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static Task SignIn(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
    {
        var name = context.Request.Headers["X-User"].ToString();
        if (name.Length > 0)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, name), .. context.Request.Headers["X-Expires"].Select(moment => new Claim("exp", moment!))], "Test"));
        }

        return next(context);
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(
    int Status, string? ContentType, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Allow => string.Join(", ", ContentHeaders.Allow);
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Errors { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Errors.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)} {exception?.Message}"));
        }
    }

    public void Dispose()
    {
    }
}
