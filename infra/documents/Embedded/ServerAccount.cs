using System.Diagnostics;

namespace R2P.Documents.Embedded;

/// <summary>
/// The operating system's user under which the server runs: the service's own, but never root. As root, the user
/// <c>postgres</c> takes its place and the private directory becomes that user's.
/// </summary>
internal sealed class ServerAccount
{
    private const string StandIn = "postgres";
    private readonly string[] _prefix;

    private ServerAccount(string[] prefix) => _prefix = prefix;

    private bool IsStandIn => _prefix.Length > 0;

    public static async Task<ServerAccount> FindAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerAccount([]);
        }

        if (!(await Command.RunAsync(["id", "-u", StandIn], cancellationToken)).Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL never runs as root, and this machine has no user \"{StandIn}\" to run it as. Start the service as "
                + $"another user, or create that one: useradd --system {StandIn}.");
        }

        foreach (var candidate in Switches())
        {
            if ((await Command.RunAsync([.. candidate, "true"], cancellationToken)).Succeeded)
            {
                return new ServerAccount(candidate);
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL never runs as root, and neither setpriv nor runuser could change to the user \"{StandIn}\". Start the "
            + "service as another user.");
    }

    /// <summary>Runs a program of PostgreSQL as this user.</summary>
    public Task<CommandResult> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken) =>
        Command.RunAsync([.. _prefix, .. command], cancellationToken);

    /// <summary>Gives this user a file or directory that the service has made (not what is below it).</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (IsStandIn)
        {
            (await Command.RunAsync(["chown", StandIn, path], cancellationToken)).Require($"give {path} to {StandIn}");
        }
    }

    /// <summary>Refuses a directory that the server could not open.</summary>
    /// <exception cref="EmbeddedPostgresException">A parent of the directory is closed to this user.</exception>
    public async Task RequireReachableAsync(string directory, CancellationToken cancellationToken)
    {
        const string FirstClosed = "for d in \"$@\"; do [ -x \"$d\" ] || { echo \"$d\"; exit 1; }; done";
        var path = Ancestors(directory).Reverse();
        var check = await RunAsync(["sh", "-c", FirstClosed, "sh", .. path], cancellationToken);
        if (!check.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"The database's user{(IsStandIn ? $" \"{StandIn}\"" : "")} can't reach {directory}, because "
                + $"{check.Output.Trim()} is closed to it. Open that directory (chmod o+x) or put the data elsewhere.");
        }
    }

    private static IEnumerable<string[]> Switches()
    {
        yield return ["setpriv", $"--reuid={StandIn}", $"--regid={StandIn}", "--init-groups", "--"];
        yield return ["runuser", "-u", StandIn, "--"];
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }
}

/// <summary>How a program ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public void Require(string what)
    {
        if (!Succeeded)
        {
            throw new EmbeddedPostgresException($"Could not {what}: {Output.Trim()}");
        }
    }
}

internal static class Command
{
    private const int NotFound = 127;

    public static async Task<CommandResult> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        // The root: whoever runs the command may be unable to enter the service's own working directory.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new CommandResult(NotFound, missing.Message);
        }
    }
}
