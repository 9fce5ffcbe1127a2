namespace R2P.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveOnRootFieldRuleTests
{
    [Fact]
    public void Root_fields_of_a_query() => IncrementalSchema.Valid(
        """{ ... @defer { message { body } } messages @stream { body } ...F @defer(label: "f") } fragment F on Query { many @stream { body } }""");

    [Fact]
    public void Below_the_root_field_of_a_mutation() => IncrementalSchema.Valid(
        "mutation { send { ... @defer { body } lines @stream } sendAll { ...F @defer } } fragment F on Message { body }");

    [Fact]
    public void Root_fields_of_a_mutation() => IncrementalSchema.Errors(
        "mutation { ... @defer { send { body } } sendAll @stream { body } ...F @defer(if: false) } fragment F on Mutation { ... { ... @defer { __typename } } }",
        """Defer directive cannot be used on root mutation type "Mutation". @1:16""",
        """Stream directive cannot be used on root mutation type "Mutation". @1:49""",
        """Defer directive cannot be used on root mutation type "Mutation". @1:71""",
        """Defer directive cannot be used on root mutation type "Mutation". @1:126""");

    [Fact]
    public void The_root_field_of_a_subscription() => IncrementalSchema.Errors(
        "subscription ($v: Boolean!) { ... @defer(if: $v) { messages @stream(if: $v) { body } } }",
        """Defer directive cannot be used on root subscription type "Subscription". @1:35""",
        """Stream directive cannot be used on root subscription type "Subscription". @1:61""");

    [Fact]
    public void A_fragment_that_two_operations_share_is_reported_for_each() => IncrementalSchema.Errors(
        "mutation A { ...F ...F } mutation B { ...F } fragment F on Mutation { sendAll @stream { body } }",
        """Stream directive cannot be used on root mutation type "Mutation". @1:79""",
        """Stream directive cannot be used on root mutation type "Mutation". @1:79""");

    [Fact]
    public void Fragments_that_spread_each_other_come_to_an_end() => IncrementalSchema.Errors(
        "mutation { ...F } fragment F on Mutation { send { body } ...G } fragment G on Mutation { ...F @defer ...Nobody @defer }",
        """Cannot spread fragment "F" within itself via "G". @1:58,1:90""",
        """Unknown fragment "Nobody". @1:105""");
}
