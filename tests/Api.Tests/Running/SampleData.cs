[assembly: AssemblyFixture(typeof(SampleData))]

namespace R2P.Api.Tests.Running;

/// <summary>
/// What a service leaves behind that was started on nothing: a database with the sample network, and a key. To begin with a copy of it takes a fraction
/// of the time. Tests of a first start, and of what outlives a fall, begin with a <see cref="DataDirectory"/> of their own.
/// </summary>
public sealed class SampleData : IAsyncDisposable
{
    private static readonly Lazy<Task<DataDirectory>> Made = new(MakeAsync);

    /// <summary>A copy that nobody else uses.</summary>
    public static async Task<DataDirectory> CopyAsync() => await (await Made.Value).CopyAsync();

    public async ValueTask DisposeAsync()
    {
        if (Made.IsValueCreated)
        {
            (await Made.Value).Dispose();
        }
    }

    private static async Task<DataDirectory> MakeAsync()
    {
        var data = new DataDirectory();
        await (await ServiceProcess.StartAsync(data)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(data.Cluster, "postgresql.auto.conf"), "fsync = off\n"); // Nobody needs a test's data after a power cut.
        return data;
    }
}
