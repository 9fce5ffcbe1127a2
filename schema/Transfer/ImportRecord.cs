using System.Text.Json.Nodes;

namespace R2P.Schema.Transfer;

/// <summary>What an import says of one document; without content if nothing stands there, or if it can't be read.</summary>
/// <param name="Line">The line of the file where it begins.</param>
/// <param name="Content">What it says, with the members that an export names.</param>
/// <param name="Problems">Why it can't be read.</param>
internal sealed record ImportRecord(int Line, JsonObject? Content, params IReadOnlyList<ImportProblem> Problems)
{
    public static ImportRecord Unreadable(int line, IReadOnlyList<string> path, string message) => new(line, null, new ImportProblem(line, path, message));
}

/// <summary>Why nothing is imported.</summary>
/// <param name="Line">The line of the file where the record begins.</param>
/// <param name="Path">The member, as inputs have it; in a table it begins with the column's name.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ImportProblem(int Line, IReadOnlyList<string> Path, string Message);
