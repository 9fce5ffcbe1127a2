using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Tests.Validation;

/// <summary>Documents made to be slow to validate: counted in steps, for time on a busy machine proves nothing.</summary>
public sealed class ValidationLimitsTests
{
    private const string Repeat = "…";

    /// <summary>Twice the document may take at most little more than twice the steps.</summary>
    [Theory]
    [InlineData("{ dog { … } }", "a#: name ")]
    [InlineData("{ dog { … } }", "name ")]
    [InlineData("{ dog { … } }", "isAtLocation(x: #, y: 1) ")]
    [InlineData("{ dog { … } }", "a#: isAtLocation(x: 1, y: 2) ")]
    [InlineData("{ … }", "dog { name } ")]
    [InlineData("{ … }", "dog { mother { name } ... on Pet { owner { name } } } ")]
    [InlineData("{ … }", "pet { ... on Dog { v: barkVolume } ... on Cat { v: meowVolume } } ")]
    [InlineData("{ pet { … } }", "... on Dog { v: owner { name } } ... on Cat { v: owner { name } } ")]
    [InlineData("{ dog { name … } }", "@onField ")]
    [InlineData("{ dog { name … } }", "@unknown# ")]
    [InlineData("{ dog { name @tag(name: \"a\") … } }", "@tag(name: \"#\") ")]
    [InlineData("{ dog { isAtLocation(…) } }", "x: # ")]
    [InlineData("{ complicatedArgs { complexArgField(complexArg: {…}) } }", "requiredField: true ")]
    [InlineData("{ complicatedArgs { anythingArgField(anything: [{} …]) } }", "{a: #} ")]
    [InlineData("{ ...F0 } fragment F% on Query { cat { name } } …", "fragment F# on Query { dog { name } ...F## } ")]
    [InlineData("{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { mother { ...F## } father { ...F## } } ")]
    [InlineData("{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { ...F## ...F## mother { name } } ")]
    [InlineData("{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { ...F## ...F0 } ")]
    [InlineData("{ dog { ...F0 } } fragment F% on Dog { ...F0 } …", "fragment F# on Dog { mother { ...F## } father { ...F## } } ")]
    [InlineData("{ dog { ...F } } fragment F on Dog { name } …", "fragment G# on Dog { ...F mother { ...F } } ")]
    [InlineData("query ($a: Int) { dog { … } }", "a#: isAtLocation(x: $a, y: $b#) ")]
    [InlineData("{ __schema { types { … } } }", "fields { name } ")]
    [InlineData("subscription { newDog { name } … }", "... { newDog { name } } ")]
    public void Steps_grow_with_the_document(string frame, string part)
    {
        var roomy = new GraphQLOptions { MaxValidationSteps = 2_000_000 };
        var (once, twice) = (Validate(frame, part, 250, roomy), Validate(frame, part, 500, roomy));

        Assert.DoesNotContain(twice.Errors, error => error.Message.Contains("steps", StringComparison.Ordinal));
        Assert.InRange(twice.Steps, 0, (once.Steps * 5 / 2) + 1000);
    }

    [Fact]
    public void Fields_that_all_conflict_end_at_the_error_limit()
    {
        var (errors, steps) = Validate("{ dog { … } }", "isAtLocation(x: #) ", 3000);

        Assert.Equal(101, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[100].Message);
        Assert.Equal(ErrorCodes.ValidationLimitExceeded, errors[100].Code);
        Assert.InRange(steps, 0, 40_000);
    }

    [Fact]
    public void One_conflict_among_thousands_of_equal_fields_ends_at_the_step_limit()
    {
        var (errors, _) = Validate("{ dog { … isAtLocation: name } }", "isAtLocation ", 3000, new GraphQLOptions { MaxValidationSteps = 100_000 });

        var error = Assert.Single(errors);
        Assert.Equal("Validation of the document takes more than 100000 steps.", error.Message);
        Assert.Equal(ErrorCodes.ValidationLimitExceeded, error.Code);
    }

    [Fact]
    public void The_error_limit_is_configured()
    {
        var (errors, _) = Validate("{ dog { … } }", "nope# ", 10, new GraphQLOptions { MaxValidationErrors = 3 });

        Assert.Equal(4, errors.Count);
        Assert.Equal(ErrorCodes.ValidationFailed, errors[2].Code);
        Assert.Equal(ErrorCodes.ValidationLimitExceeded, errors[3].Code);
    }

    [Fact]
    public void Exactly_as_many_errors_as_the_limit_are_all_reported()
    {
        var (errors, _) = Validate("{ dog { … } }", "nope# ", 3, new GraphQLOptions { MaxValidationErrors = 3 });

        Assert.Equal(3, errors.Count);
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
    }

    [Fact]
    public void Fragments_that_pile_up_at_every_level_end_at_the_step_limit()
    {
        const string Link = "fragment F# on Dog { mother { ...F## } mother { ...F## } ...F## } ";
        var (errors, _) = Validate("{ dog { ...F0 } } fragment F% on Dog { name } …", Link, 2000);

        Assert.Equal("Validation of the document takes more than 1000000 steps.", Assert.Single(errors).Message);
    }

    [Fact]
    public void Sets_of_fragments_that_double_with_every_level_end_at_the_step_limit()
    {
        // Going down by "mother" starts one more fragment on its way to the ground, going down by "father" doesn't: each path has a set of its own.
        const int Levels = 25;
        var document = new StringBuilder("{ dog { ...P0 } } ");
        for (var level = 0; level < Levels; level++)
        {
            document.Append($"fragment P{level} on Dog {{ mother {{ ...P{level + 1} ...Q{level + 1}x1 }} father {{ ...P{level + 1} }} }} ");
            for (var age = 1; age <= level; age++)
            {
                var next = $"...Q{level + 1}x{age + 1}";
                document.Append($"fragment Q{level}x{age} on Dog {{ mother {{ {next} }} father {{ {next} }} }} ");
            }
        }

        document.Append($"fragment P{Levels} on Dog {{ name }} ");
        for (var age = 1; age <= Levels; age++)
        {
            document.Append($"fragment Q{Levels}x{age} on Dog {{ name }} ");
        }

        var (errors, steps) = Validate(document.ToString(), "", 1);

        Assert.Equal("Validation of the document takes more than 1000000 steps.", Assert.Single(errors).Message);
        Assert.InRange(steps, 1_000_000, 1_010_000);
    }

    [Fact]
    public void A_long_chain_of_fragments_with_a_conflict_at_its_end_does_not_exhaust_the_stack()
    {
        const string Link = "fragment F# on Dog { mother { ...F## } mother { ...F## name } } ";
        var (errors, _) = Validate("{ dog { ...F0 } } fragment F% on Dog { x: name x: barks } …", Link, 2000);

        var error = Assert.Single(errors);
        Assert.Equal("Fields \"x\" conflict because \"name\" and \"barks\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", error.Message);
    }

    [Fact]
    public void Many_levels_by_fragments_without_a_conflict_are_valid()
    {
        const string Links = "fragment F# on Dog { mother { ...F## } } fragment G# on Dog { mother { ...G## } } ";
        var (errors, _) = Validate("{ dog { ...F0 ...G0 } } fragment F% on Dog { x: name } fragment G% on Dog { x: name } …", Links, 1000);

        Assert.Empty(errors);
    }

    [Fact]
    public void A_conflict_below_more_levels_than_allowed_is_refused_with_the_figure()
    {
        const string Links = "fragment F# on Dog { mother { ...F## } } fragment G# on Dog { mother { ...G## } } ";
        var (errors, _) = Validate("{ dog { ...F0 ...G0 } } fragment F% on Dog { x: name } fragment G% on Dog { x: barks } …", Links, 1000);

        var error = Assert.Single(errors);
        Assert.Equal("Fields are nested deeper than 64 levels once their fragments are spread.", error.Message);
        Assert.Equal(ErrorCodes.DepthLimitExceeded, error.Code);
    }

    [Fact]
    public void A_repeated_name_points_at_every_place()
    {
        var (errors, _) = Validate("{ dog { isAtLocation(…) } }", "x: 1 ", 3000);

        var error = Assert.Single(errors);
        Assert.Equal("There can be only one argument named \"x\".", error.Message);
        Assert.Equal(3000, error.Locations.Count);
        Assert.Equal(new SourceLocation(1, 22 + (5 * 2999)), error.Locations[2999]);
    }

    [Fact]
    public void A_long_value_is_cut_short_in_messages()
    {
        var (errors, _) = Validate(
            "{ complicatedArgs { complexArgField(complexArg: {requiredField: true, stringField: \"…\"" + UnknownFields + "}) } }", "0123456789", 1000);

        Assert.Equal(20, errors.Count);
        Assert.All(errors, error => Assert.InRange(error.Message.Length, 1000, 1200));
    }

    private static string UnknownFields => string.Concat(Enumerable.Range(0, 20).Select(index => $" unknown{index}: 1"));

    /// <summary>Validates the frame with the part repeated; in each, <c>#</c> is its number and <c>##</c> the next; <c>%</c> is how many there are.</summary>
    private static (IReadOnlyList<GraphQLError> Errors, int Steps) Validate(string frame, string part, int times, GraphQLOptions? options = null)
    {
        var parts = Enumerable.Range(0, times).Select(index => part
            .Replace("##", $"{index + 1}", StringComparison.Ordinal)
            .Replace("#", $"{index}", StringComparison.Ordinal));
        var source = SourceText.From(frame
            .Replace("%", $"{times}", StringComparison.Ordinal)
            .Replace(Repeat, string.Concat(parts), StringComparison.Ordinal));
        var document = Parser.Parse(source, new ParserOptions { MaxTokens = 200_000 });
        var context = new ValidationContext(ZooSchema.Instance, document, options ?? new GraphQLOptions());
        return (DocumentValidator.Run(context), context.Steps);
    }
}
