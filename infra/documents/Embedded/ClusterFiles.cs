using System.Globalization;
using System.Security.Cryptography;

namespace R2P.Documents.Embedded;

/// <summary>What lies in the private directory.</summary>
internal sealed class ClusterFiles(string directory)
{
    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Cluster => Path.Combine(Directory, "cluster");

    /// <summary>Where initdb works; renamed to <see cref="Cluster"/> when it has succeeded.</summary>
    public string UnfinishedCluster => Path.Combine(Directory, "cluster.unfinished");

    public string Log => Path.Combine(Directory, "postgresql.log");

    public string Passwords => Path.Combine(Directory, "passwords");

    public string Lock => Path.Combine(Directory, "service.lock");

    /// <summary>The major version that made the data; null when there is none yet.</summary>
    public int? ReadVersion()
    {
        var file = Path.Combine(Cluster, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The process and the port of the server that has the data open, as it says itself; null when none does.</summary>
    public (int ProcessId, int Port)? ReadRunningServer()
    {
        var file = Path.Combine(Cluster, "postmaster.pid");
        if (!File.Exists(file))
        {
            return null;
        }

        var lines = File.ReadAllLines(file);
        return lines.Length > 3
            && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? (process, port)
                : null;
    }

    /// <summary>The passwords of owner and service: made once, with the database, readable by nobody else.</summary>
    public (string Owner, string Service) ReadOrCreatePasswords()
    {
        if (!File.Exists(Passwords) && ReadVersion() is null)
        {
            CreatePasswords();
        }

        return File.Exists(Passwords) && File.ReadAllLines(Passwords) is [var owner, var service, ..]
            ? (owner, service)
            : throw new EmbeddedPostgresException(
                $"The file {Passwords} should hold the two passwords of the database, but doesn't. Restore it from a backup.");
    }

    /// <summary>Held while a service uses the directory; the system lets go of it when the process dies, however it dies.</summary>
    public FileStream TakeLock()
    {
        try
        {
            return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new EmbeddedPostgresException(
                $"Another service is using the data directory {Directory}. Stop it, or give this one a directory of its own.",
                busy);
        }
    }

    /// <summary>Makes the directory, or refuses one that is used for something else.</summary>
    public void Prepare()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {Directory} can't be made: {denied.Message} Put the data elsewhere.", denied);
        }

        var ours = new[] { Cluster, UnfinishedCluster, Log, Passwords, Lock };
        if (System.IO.Directory.EnumerateFileSystemEntries(Directory).FirstOrDefault(e => !ours.Contains(e)) is { } other)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {Directory} is used for something else: it holds {Path.GetFileName(other)}. Give the "
                + "database a directory of its own.");
        }
    }

    private void CreatePasswords()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(Passwords, options);
        writer.Write($"{RandomNumberGenerator.GetHexString(40, lowercase: true)}\n");
        writer.Write($"{RandomNumberGenerator.GetHexString(40, lowercase: true)}\n");
    }
}
