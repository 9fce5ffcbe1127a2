using System.Globalization;
using System.Text.RegularExpressions;

namespace R2P.Documents.Embedded;

/// <summary>An installed PostgreSQL.</summary>
/// <param name="Directory">Where its programs are.</param>
/// <param name="Version">Its major version.</param>
internal sealed partial record PostgresBinaries(string Directory, int Version)
{
    private const int OldestSupported = 15;

    private static string Advice =>
        $"Install PostgreSQL {OldestSupported} or later (Debian, Ubuntu: apt install postgresql; macOS: brew install "
        + "postgresql@17), or configure a connection string to a server.";

    public string Program(string name) => Path.Combine(Directory, name);

    /// <summary>The installation to run: the version of the existing data, or else the newest.</summary>
    /// <param name="configured">The directory that the operator names; only that is looked at then.</param>
    /// <param name="data">The existing data's directory and major version, if there is any.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public static async Task<PostgresBinaries> FindAsync(
        string? configured, (string Directory, int Version)? data, CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var directory in configured is null ? Candidates() : [configured])
        {
            if (await ReadVersionAsync(directory, cancellationToken) is { } version)
            {
                found.Add(new PostgresBinaries(directory, version));
            }
        }

        return data is { } existing
            ? found.Find(b => b.Version == existing.Version) ?? throw OtherVersion(existing, found)
            : found.Where(b => b.Version >= OldestSupported).MaxBy(b => b.Version) ?? throw NoneFound(configured, found);
    }

    private static EmbeddedPostgresException OtherVersion(
        (string Directory, int Version) data, List<PostgresBinaries> found) =>
        new($"The data directory {data.Directory} was made by PostgreSQL {data.Version}, but this machine has {Describe(found)}. "
            + $"Install PostgreSQL {data.Version}, bring the data over with pg_upgrade, or choose another data directory.");

    private static EmbeddedPostgresException NoneFound(string? configured, List<PostgresBinaries> found) =>
        new($"{(configured is null ? "This machine has" : $"{configured} holds")} {Describe(found)}. {Advice}");

    private static string Describe(List<PostgresBinaries> found) => found.Count == 0
        ? "no PostgreSQL server"
        : $"PostgreSQL {string.Join(", ", found.Select(b => b.Version).Distinct().Order())} only";

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] debian = [.. Below("/usr/lib/postgresql", "*", "bin")];
        string[] redHat = [.. Below("/usr", "pgsql-*", "bin")];
        string[] homebrew =
        [
            .. Below("/opt/homebrew/opt", "postgresql*", "bin"), .. Below("/usr/local/opt", "postgresql*", "bin"),
        ];
        return path.Concat(debian).Concat(redHat).Concat(homebrew)
            .Where(d => File.Exists(Path.Combine(d, "pg_ctl")) && File.Exists(Path.Combine(d, "initdb")))
            .Distinct();
    }

    private static IEnumerable<string> Below(string parent, string pattern, string child) =>
        System.IO.Directory.Exists(parent)
            ? System.IO.Directory.EnumerateDirectories(parent, pattern).Select(d => Path.Combine(d, child))
            : [];

    private static async Task<int?> ReadVersionAsync(string directory, CancellationToken cancellationToken)
    {
        var answer = await Command.RunAsync([Path.Combine(directory, "postgres"), "--version"], cancellationToken);
        var version = VersionLine().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionLine();
}
