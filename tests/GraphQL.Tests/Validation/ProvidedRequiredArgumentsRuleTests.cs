namespace R2P.GraphQL.Tests.Validation;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    [Fact]
    public void All_given_or_with_default() => ValidationAssert.Valid(
        """
        { complicatedArgs {
          a: multipleReqs(req1: 1, req2: 2)
          b: nonNullFieldWithDefault
          c: multipleOpts
          d: multipleOptAndReq(req2: 1, req1: 2) } }
        """);

    [Fact]
    public void Missing() => ValidationAssert.Errors(
        "{ complicatedArgs { a: multipleReqs(req2: 2) b: multipleReqs c: nonNullIntArgField } }",
        """Argument "ComplicatedArgs.multipleReqs(req1:)" of type "Int!" is required, but it was not provided. @1:21""",
        """Argument "ComplicatedArgs.multipleReqs(req1:)" of type "Int!" is required, but it was not provided. @1:46""",
        """Argument "ComplicatedArgs.multipleReqs(req2:)" of type "Int!" is required, but it was not provided. @1:46""",
        """Argument "ComplicatedArgs.nonNullIntArgField(nonNullIntArg:)" of type "Int!" is required, but it was not provided. @1:62""");

    [Fact]
    public void Missing_on_directives() => ValidationAssert.Errors(
        "{ dog @include { name @skip @tag } }",
        """Argument "@include(if:)" of type "Boolean!" is required, but it was not provided. @1:7""",
        """Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided. @1:23""",
        """Argument "@tag(name:)" of type "String!" is required, but it was not provided. @1:29""");
}
