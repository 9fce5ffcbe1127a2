using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace R2P.Documents;

/// <summary>One numbered SQL file.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Of the text without its line endings, which a checkout may change.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>Where migrations come from: files named <c>NNNN_what.sql</c>, numbered without duplicates over all sources.</summary>
public sealed partial class MigrationSource
{
    private MigrationSource(IReadOnlyList<Migration> migrations) => Migrations = migrations;

    /// <summary>The tables of this library: 0001 to 0099.</summary>
    public static MigrationSource Documents { get; } = FromAssembly(typeof(MigrationSource).Assembly);

    internal IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The migrations among an assembly's embedded resources.</summary>
    public static MigrationSource FromAssembly(Assembly assembly) => new(
        [
            .. from resource in assembly.GetManifestResourceNames()
               let name = FileName().Match(resource)
               where name.Success
               select FromText(name.Groups["number"].Value, name.Groups["name"].Value, Read(assembly, resource)),
        ]);

    /// <summary>Migrations given as texts, by file name.</summary>
    internal static MigrationSource FromTexts(params IEnumerable<(string FileName, string Sql)> files) => new(
        [
            .. from file in files
               let name = FileName().Match(file.FileName)
               select FromText(name.Groups["number"].Value, name.Groups["name"].Value, file.Sql),
        ]);

    private static Migration FromText(string number, string name, string sql) =>
        new(int.Parse(number, CultureInfo.InvariantCulture), name, sql.ReplaceLineEndings("\n"));

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(^|\.)(?<number>\d{4})_(?<name>[^.]+)\.sql$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
