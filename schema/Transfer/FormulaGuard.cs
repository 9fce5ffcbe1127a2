using System.Buffers;

namespace R2P.Schema.Transfer;

/// <summary>
/// Keeps spreadsheets from taking a text for a formula: an apostrophe in front. A text that looks as if it had one already gets one more, so that each
/// comes back as it was.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n");

    public static string On(string text) => IsFormula(text) ? $"{Guard}{text}" : text;

    public static string Off(string cell) => cell.Length > 0 && cell[0] == Guard && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> text) => text.TrimStart(Guard) is [var first, ..] && Beginnings.Contains(first);
}
