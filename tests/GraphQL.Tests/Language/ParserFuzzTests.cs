using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Tests.Language;

/// <summary>Whatever bytes arrive, the parser answers with a document or with an error of its own, and what it takes it can print and take again.</summary>
public sealed class ParserFuzzTests
{
    private const string Seed = """"
        "d" query Q("v" $a: [Int!]! = [1, 2] @d(x: "q\n\u00e9\u{1F600}")) { x: a(b: $c, d: """b
          s \""" e""", e: {f: -1.5e3, g: null}) @s ...F ... on T { h } } # c
        fragment F on T { a } type T implements A & B { "f" f(a: Int = 1): [T!]! @deprecated } union U = | A | B
        enum E { A B } input I @oneOf { a: Int } scalar S @x directive @d(a: Int) repeatable on FIELD | QUERY extend schema { query: Q }
        """";

    [Fact]
    public void Random_bytes()
    {
        var random = new Random(20250901);
        var bytes = new byte[64];
        for (var i = 0; i < 10_000; i++)
        {
            random.NextBytes(bytes);
            AssertHandled(bytes.AsMemory(0, random.Next(bytes.Length)));
        }
    }

    [Fact]
    public void Documents_with_some_bytes_changed()
    {
        var random = new Random(20250902);
        var taken = 0;
        for (var i = 0; i < 10_000; i++)
        {
            taken += AssertHandled(Mutate(Encoding.UTF8.GetBytes(Seed), random)) ? 1 : 0;
        }

        Assert.InRange(taken, 500, 9_500);
    }

    private static byte[] Mutate(byte[] text, Random random)
    {
        var bytes = new List<byte>(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var position = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[position] = text[random.Next(text.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(position, Math.Min(random.Next(1, 9), bytes.Count - position));
                    break;
                default:
                    bytes.Insert(position, text[random.Next(text.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool AssertHandled(ReadOnlyMemory<byte> text)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(new SourceText(text));
        }
        catch (GraphQLException refusal)
        {
            Assert.StartsWith("Syntax Error: ", refusal.Error.Message, StringComparison.Ordinal);
            Assert.Single(refusal.Error.Locations);
            return false;
        }

        var printed = SyntaxPrinter.Print(document);
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.Parse(SourceText.From(printed))));
        return true;
    }
}
