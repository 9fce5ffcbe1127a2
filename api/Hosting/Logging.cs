using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace R2P.Api.Hosting;

/// <summary>Logs go to standard error as text; standard output says only that the service is ready.</summary>
internal sealed class Logging : IDisposable
{
    private const string Template = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    private Logging(SerilogLoggerFactory factory) => Factory = factory;

    public ILoggerFactory Factory { get; }

    /// <summary>The logger as configured under <c>Serilog</c>; warnings of the framework and information of ours by default.</summary>
    public static Logging Create(IConfiguration configuration)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            .ReadFrom.Configuration(configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                outputTemplate: Template,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();
        Log.Logger = logger;
        return new Logging(new SerilogLoggerFactory(logger, dispose: false));
    }

    public void Dispose() => Factory.Dispose();
}
