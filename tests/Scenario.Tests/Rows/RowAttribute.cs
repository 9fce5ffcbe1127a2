namespace R2P.Scenario.Tests.Rows;

/// <summary>Says which rows of the field's own list of systems (<c>rows.txt</c>) a test plays, and what in the API does it.</summary>
/// <param name="rows">The rows' codes, parted by spaces: <c>"B10 B11"</c>.</param>
/// <param name="does">What in the API does it, for the table of <c>schema/README.md</c>: mutations, queries, types.</param>
/// <param name="without">
/// A root field, or the path of an endpoint, without which the test must fail: the act of the rows. A row that software should not do names a field, too: the
/// one that refuses it.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RowAttribute(string rows, string does, string without) : Attribute
{
    public IReadOnlyList<string> Rows { get; } = rows.Split(' ');

    public string Does { get; } = does;

    public string Without { get; } = without;
}
