namespace R2P.Api.Hosting;

/// <summary>Where settings come from: the environment, and nothing else.</summary>
internal static class Configuration
{
    public static IConfiguration Build() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    public static ServiceOptions Read(IConfiguration configuration) =>
        configuration.GetSection("R2P").Get<ServiceOptions>() ?? new ServiceOptions();
}
