using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Acts;

/// <summary>A digest of a mutation's input: equal inputs give equal digests, however they were written.</summary>
public static class InputHash
{
    public static string Of(InputValues input)
    {
        var text = new StringBuilder();
        Append(text, input);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case InputValues input:
                AppendObject(text, input);
                break;
            case object?[] list:
                text.Append('[');
                foreach (var item in list)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case null:
                text.Append('~');
                break;
            default:
                // The length keeps two texts from running into one another.
                var scalar = value is DateTimeOffset time
                    ? time.ToString("O", CultureInfo.InvariantCulture)
                    : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                text.Append(scalar.Length).Append(':').Append(scalar);
                break;
        }
    }

    private static void AppendObject(StringBuilder text, InputValues input)
    {
        text.Append('{');
        for (var i = 0; i < input.Definitions.Count; i++)
        {
            if (input.IsPresent(i))
            {
                text.Append(input.Definitions.GetAt(i).Key).Append('=');
                Append(text, input[i]);
                text.Append(',');
            }
        }

        text.Append('}');
    }
}
