namespace R2P.GraphQL.Tests.Validation;

/// <summary>A schema that lets parts of a response come later.</summary>
internal static class IncrementalSchema
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Message { body: String sender: Sender lines: [String] }
        type Sender { name: String }
        type Query { message: Message messages: [Message] many: [Message!]! }
        type Mutation { send: Message sendAll: [Message] }
        type Subscription { message: Message messages: [Message] }
        """;

    public static void Valid(string document) => Errors(document);

    public static void Errors(string document, params string[] expected) => ValidationAssert.ErrorsOn(Sdl, document, expected);
}
