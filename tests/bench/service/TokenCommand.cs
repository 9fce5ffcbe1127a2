using R2P.Api.Authentication;
using R2P.Api.Hosting;

namespace R2P.Bench.Service;

/// <summary><c>token DIR SUBJECT</c>: a development token for any subject, those that only the bench's data know included.</summary>
internal static class TokenCommand
{
    public static void Run(string directory, string subject) =>
        Console.WriteLine(DevelopmentKey.Open(directory)
            .Sign(subject, new ServiceOptions.AuthenticationOptions().Audience, TimeProvider.System.GetUtcNow()));
}
