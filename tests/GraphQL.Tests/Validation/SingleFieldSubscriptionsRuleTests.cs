namespace R2P.GraphQL.Tests.Validation;

public sealed class SingleFieldSubscriptionsRuleTests
{
    [Fact]
    public void One_root_field() => ValidationAssert.Valid("subscription { newDog { name } }");

    [Fact]
    public void The_same_field_by_a_fragment() => ValidationAssert.Valid(
        """
        subscription { newDog { name } ...F }
        fragment F on Subscription { newDog { barks } }
        """);

    [Fact]
    public void Two_root_fields() => ValidationAssert.Errors(
        "subscription { newDog { name } newCat { name } }",
        "Anonymous Subscription must select only one top level field. @1:32");

    [Fact]
    public void Two_root_fields_of_a_named_subscription_by_fragments() => ValidationAssert.Errors(
        """
        subscription S { ...F ... { newCat { name } } }
        fragment F on Subscription { newDog { name } ...F2 }
        fragment F2 on Subscription { x: newDog { name } }
        """,
        """Subscription "S" must select only one top level field. @3:31,1:29""");

    [Fact]
    public void Introspection() => ValidationAssert.Errors(
        "subscription S { __typename }",
        """Subscription "S" must not select an introspection top level field. @1:18""");

    [Fact]
    public void Introspection_beside_a_field() => ValidationAssert.Errors(
        "subscription { newDog { name } __typename }",
        "Anonymous Subscription must select only one top level field. @1:32",
        "Anonymous Subscription must not select an introspection top level field. @1:32");

    [Fact]
    public void Skipped_root_field() => ValidationAssert.Errors(
        "subscription { newDog @skip(if: true) { name } }",
        "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. @1:23");

    [Fact]
    public void Condition_in_a_fragment() => ValidationAssert.Errors(
        """
        subscription S { ...F }
        fragment F on Subscription { ... @include(if: true) { newDog { name } } }
        """,
        """Subscription "S" must not use `@skip` or `@include` directives in the top level selection. @2:34""");

    [Fact]
    public void Condition_below_the_root_is_fine() => ValidationAssert.Valid("subscription { newDog { name @skip(if: true) } }");

    [Fact]
    public void Fragments_in_a_circle_end() => ValidationAssert.Errors(
        """
        subscription { newDog { name } ...F }
        fragment F on Subscription { newDog { name } ...F }
        """,
        """Cannot spread fragment "F" within itself. @2:46""");
}
