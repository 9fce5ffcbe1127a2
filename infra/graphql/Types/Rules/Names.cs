namespace R2P.GraphQL.Types.Rules;

/// <summary>§2.1.9 Names are made of letters, digits and underscores; §3.1 two leading underscores are reserved.</summary>
internal static class Names
{
    public static void Check(string name, string? origin, SchemaReport report)
    {
        if (name.Length == 0)
        {
            report.Add("Expected name to be a non-empty string.", origin);
        }
        else if (name.Skip(1).Any(character => !IsNameStart(character) && !char.IsAsciiDigit(character)))
        {
            report.Add($"Names must only contain [_a-zA-Z0-9] but \"{name}\" does not.", origin);
        }
        else if (!IsNameStart(name[0]))
        {
            report.Add($"Names must start with [_a-zA-Z] but \"{name}\" does not.", origin);
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            report.Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", origin);
        }
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';
}
