[assembly: AssemblyFixture(typeof(SharedService))]

namespace R2P.Api.Tests.Running;

/// <summary>
/// One service with the sample network, for all tests that neither configure nor stop it. They run side by side: each class writes as a
/// persona that no other class writes as.
/// </summary>
public sealed class SharedService : IAsyncLifetime
{
    private ServiceProcess? _process;
    private DataDirectory? _data;

    public DataDirectory Data => _data ?? throw new InvalidOperationException("The service has not started.");

    public ServiceProcess Process => _process ?? throw new InvalidOperationException("The service has not started.");

    public async ValueTask InitializeAsync()
    {
        _data = await SampleData.CopyAsync();
        _process = await ServiceProcess.StartAsync(_data);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _data?.Dispose();
    }
}
