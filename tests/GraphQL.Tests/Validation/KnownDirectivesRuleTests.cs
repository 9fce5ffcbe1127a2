namespace R2P.GraphQL.Tests.Validation;

public sealed class KnownDirectivesRuleTests
{
    [Fact]
    public void Known_in_the_right_places() => ValidationAssert.Valid(
        """
        query Q($a: Int @onVariable) @onQuery { dog @include(if: true) @onField { name } complicatedArgs { intArgField(intArg: $a) } ...F @onFragment ... @onFragment { __typename } }
        fragment F on Query @onFragment { __typename }
        """);

    [Fact]
    public void Unknown() => ValidationAssert.Errors(
        "{ dog @nope(a: 1) { name @alsoNope } }",
        """Unknown directive "@nope". @1:7""",
        """Unknown directive "@alsoNope". @1:26""");

    [Fact]
    public void Wrong_places() => ValidationAssert.Errors(
        """
        query ($a: Int @onField) @include(if: true) { dog @onQuery { name } complicatedArgs { intArgField(intArg: $a) } ...F @onVariable ... @onField { __typename } }
        fragment F on Query @onField { __typename }
        """,
        """Directive "@onField" may not be used on VARIABLE_DEFINITION. @1:16""",
        """Directive "@include" may not be used on QUERY. @1:26""",
        """Directive "@onQuery" may not be used on FIELD. @1:51""",
        """Directive "@onVariable" may not be used on FRAGMENT_SPREAD. @1:118""",
        """Directive "@onField" may not be used on INLINE_FRAGMENT. @1:134""",
        """Directive "@onField" may not be used on FRAGMENT_DEFINITION. @2:21""");

    [Fact]
    public void Wrong_place_on_mutation_and_subscription() => ValidationAssert.Errors(
        """
        mutation A @onField { __typename }
        subscription B @onField { newDog { name } }
        """,
        """Directive "@onField" may not be used on MUTATION. @1:12""",
        """Directive "@onField" may not be used on SUBSCRIPTION. @2:16""");
}
