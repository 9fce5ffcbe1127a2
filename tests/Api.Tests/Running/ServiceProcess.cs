using System.Diagnostics;
using System.Text;
using R2P.Api.Authentication;
using R2P.Schema.SampleNetwork;

namespace R2P.Api.Tests.Running;

/// <summary>The service as its users have it: a process of its own, on a free port, asked over the wire.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const string ReadyPrefix = "ready ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new();
    private readonly DataDirectory _data;
    private readonly MovedClock _clock;
    private bool _isDisposed;

    private ServiceProcess(DataDirectory data, IReadOnlyDictionary<string, string?>? settings, string[] arguments, MovedClock clock)
    {
        _data = data;
        _clock = clock;
        _process = new Process { StartInfo = Describe(data, settings, arguments), EnableRaisingEvents = true };
        clock.Set(_process.StartInfo.Environment);
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the GraphQL endpoint answers, as the service says it.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The process: another one after a fall has another id.</summary>
    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What the service has written, to both outputs.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    /// <param name="data">The service's data.</param>
    /// <param name="settings">Settings of its environment.</param>
    /// <param name="ahead">How far its clock and its database's are ahead of the true one.</param>
    public static async Task<ServiceProcess> StartAsync(
        DataDirectory data, IReadOnlyDictionary<string, string?>? settings = null, TimeSpan ahead = default)
    {
        var service = new ServiceProcess(data, settings, [], new MovedClock(ahead));
        var ended = service._process.WaitForExitAsync();
        if (await Task.WhenAny(service._ready.Task, ended, Task.Delay(Patience)) != service._ready.Task)
        {
            service._process.Kill();
            throw new InvalidOperationException($"The service did not start:\n{service.Log}");
        }

        service.Endpoint = await service._ready.Task;
        return service;
    }

    /// <summary>Runs the program until it ends by itself: a start that must fail, or a command.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        DataDirectory data, IReadOnlyDictionary<string, string?>? settings, params string[] arguments)
    {
        await using var service = new ServiceProcess(data, settings, arguments, new MovedClock(TimeSpan.Zero));
        using var patience = new CancellationTokenSource(Patience);
        await service._process.WaitForExitAsync(patience.Token);
        return (service._process.ExitCode, service.Log.TrimEnd());
    }

    /// <summary>The token of a sample persona, as <c>infra/token</c> prints it; null for nobody.</summary>
    public string? TokenOf(string? persona) => persona is null
        ? null
        : DevelopmentKey.Open(_data.Path).Sign(SamplePersonas.SubjectOf(persona), "r2p-api", _clock.GetUtcNow());

    /// <summary>Sends a request to a path of the service as it is.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? content = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Endpoint, path)) { Content = content };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        request.Headers.TryAddWithoutValidation("Accept", accept ?? Answer.MediaType);
        using var response = await RespondAsync(request);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.WwwAuthenticate.ToString(),
            await response.Content.ReadAsStringAsync());
    }

    /// <summary>A service that does not answer has written why.</summary>
    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request)
    {
        try
        {
            return await _http.SendAsync(request);
        }
        catch (HttpRequestException failure)
        {
            throw new HttpRequestException($"{failure.Message} The service's log:\n{Log}", failure);
        }
    }

    /// <summary>Takes the service's life without asking: what a power cut or the kernel does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the service to stop, as a service manager does, and waits; answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Processes.Signal(_process.Id, "TERM");
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>May be called again: whoever starts another in its place may fail to, and then disposes of this one once more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private static ProcessStartInfo Describe(DataDirectory data, IReadOnlyDictionary<string, string?>? settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "R2P.Api.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.Path,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("R2P__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = null;
        start.Environment["R2P__DataDirectory"] = data.Path;
        start.Environment["R2P__Port"] = "0";
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void OnOutput(string? line)
    {
        Note(line);
        if (line?.StartsWith(ReadyPrefix, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult(new Uri(line[ReadyPrefix.Length..]));
        }
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.AppendLine(line);
            }
        }
    }
}
