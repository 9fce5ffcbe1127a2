using System.Diagnostics;

namespace R2P.Bench.Subscriptions;

/// <summary>Measures the service and then, while the service sleeps, the server by hand.</summary>
internal static class Comparison
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(Settings settings)
    {
        await using var connection = await Database.OpenAsync(settings);
        if (settings.Public)
        {
            await Database.PublishToAllAsync(connection);
        }

        var expected = new Expectations(settings, await Database.ReadTopicsAsync(connection));
        var ours = await Measurement.RunAsync(settings, expected);
        await Task.Delay(Rest); // It takes leave of those who have left.
        var hand = await MeasureByHandAsync(settings, expected);
        Report.Print(settings, ours, hand);
        return ours.Deliveries.AreRight && hand.Deliveries.AreRight ? 0 : 1;
    }

    private static async Task<Measured> MeasureByHandAsync(Settings settings, Expectations expected)
    {
        Signals.Stop(settings.Service);
        try
        {
            var port = settings.Port + 1;
            using var server = Start(settings, port);
            try
            {
                await server.StandardOutput.ReadLineAsync();
                return await Measurement.RunAsync(settings with { Port = port, Service = server.Id, Series = 1 }, expected);
            }
            finally
            {
                server.Kill();
            }
        }
        finally
        {
            Signals.Continue(settings.Service);
        }
    }

    private static Process Start(Settings settings, int port) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", "--runtimeconfig", settings.Runtime, typeof(Comparison).Assembly.Location,
            "hand", "--data", settings.Data, "--tokens", settings.Tokens, "--port", $"{port}",
        },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
