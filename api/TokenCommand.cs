using R2P.Api.Authentication;
using R2P.Api.Hosting;
using R2P.Schema.SampleNetwork;

namespace R2P.Api;

/// <summary><c>token NAME</c>: prints a development token for a persona of the sample network.</summary>
internal static class TokenCommand
{
    public static int Run(string[] args)
    {
        if (args is not [var persona])
        {
            Console.Error.WriteLine("Usage: token NAME");
            return 2;
        }

        if (!SamplePersonas.Names.Contains(persona, StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"Unknown persona \"{persona}\". There are: {string.Join(", ", SamplePersonas.Names)}.");
            return 2;
        }

        var options = Configuration.Read(Configuration.Build());
        var key = DevelopmentKey.Open(options.DataDirectory);
        Console.WriteLine(key.Sign(SamplePersonas.SubjectOf(persona), options.Authentication.Audience, TimeProvider.System.GetUtcNow()));
        return 0;
    }
}
