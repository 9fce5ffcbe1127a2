namespace R2P.GraphQL.Validation;

/// <summary>Orders names as people count: <c>field2</c> before <c>field10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j])
                ? ReadNumber(a, ref i).CompareTo(ReadNumber(b, ref j))
                : a[i++].CompareTo(b[j++]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    // A leading zero is a number of its own, so that "01" comes before "1".
    private static double ReadNumber(string text, ref int index)
    {
        double number = 0;
        do
        {
            number = (number * 10) + (text[index++] - '0');
        }
        while (number > 0 && index < text.Length && char.IsAsciiDigit(text[index]));
        return number;
    }
}
