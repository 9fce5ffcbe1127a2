namespace R2P.GraphQL.Tests.Validation;

public sealed class StreamDirectiveOnListFieldRuleTests
{
    [Fact]
    public void Lists() => IncrementalSchema.Valid("{ messages @stream { lines @stream(initialCount: 1) } many @stream { body } }");

    [Fact]
    public void No_list() => IncrementalSchema.Errors(
        "{ message @stream { body @include(if: true) } }",
        """Directive "@stream" cannot be used on non-list field "Query.message". @1:11""");

    [Fact]
    public void No_list_within_a_list() => IncrementalSchema.Errors(
        "{ messages { sender { name @stream(if: false) } ...F } } fragment F on Message { body @stream }",
        """Directive "@stream" cannot be used on non-list field "Sender.name". @1:28""",
        """Directive "@stream" cannot be used on non-list field "Message.body". @1:87""");
}
