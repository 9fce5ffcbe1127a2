namespace R2P.GraphQL.Tests.Validation;

public sealed class UniqueInputFieldNamesRuleTests
{
    [Fact]
    public void Different() =>
        ValidationAssert.Valid("{ complicatedArgs { complexArgField(complexArg: {requiredField: true, nested: {requiredField: true}}) } }");

    [Fact]
    public void Same_in_arguments_defaults_and_directives() => ValidationAssert.Errors(
        """
        query ($c: ComplexInput = {requiredField: true, intField: 1, intField: 2, intField: 3}) { complicatedArgs {
          a: complexArgField(complexArg: $c)
          b: anythingArgField(anything: {a: {b: 1,
          b: 2}}) } }
        """,
        """There can be only one input field named "intField". @1:49,1:62""",
        """There can be only one input field named "intField". @1:49,1:75""",
        """There can be only one input field named "b". @3:38,4:3""");
}
