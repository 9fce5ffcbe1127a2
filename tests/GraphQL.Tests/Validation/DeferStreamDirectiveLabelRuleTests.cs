namespace R2P.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveLabelRuleTests
{
    [Fact]
    public void Unique_ones_and_none() => IncrementalSchema.Valid(
        """
        { ...F @defer ...F @defer(label: null) ...F @defer(label: "a") ... @defer(label: "b") { messages @stream(label: "c") { body } } many @stream { body } }
        fragment F on Query { message { body } }
        """);

    [Fact]
    public void The_same_twice() => IncrementalSchema.Errors(
        """{ ... @defer(label: "a") { message { body } } messages @stream(label: "a") { body } ... @defer(label: "a", if: false) { __typename } }""",
        """Value for arguments "defer(label:)" and "stream(label:)" must be unique across all Defer/Stream directive usages. @1:7,1:56""",
        """Value for arguments "defer(label:)" and "stream(label:)" must be unique across all Defer/Stream directive usages. @1:7,1:89""");

    [Fact]
    public void A_variable() => IncrementalSchema.Errors(
        "query ($l: String) { ... @defer(label: $l) { message { body } } messages @stream(label: $l) { body } }",
        """Argument "@defer(label:)" must be a static string. @1:26""",
        """Argument "@stream(label:)" must be a static string. @1:74""");

    [Fact]
    public void Another_value() => IncrementalSchema.Errors(
        "{ ... @defer(label: 1) { __typename } }",
        """Argument "@defer(label:)" must be a static string. @1:7""",
        """String cannot represent a non string value: 1 @1:21""");
}
