namespace R2P.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveOnValidOperationsRuleTests
{
    private const string NoDefer = "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.";
    private const string NoStream = "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.";

    [Fact]
    public void Queries_and_mutations() => IncrementalSchema.Valid(
        "query Q { message { ...F @defer } } mutation M { send { ...F @defer } } fragment F on Message { body lines @stream }");

    [Fact]
    public void What_can_be_switched_off() => IncrementalSchema.Valid(
        """
        subscription ($v: Boolean!) {
          message {
            ... @defer(if: false) { body }
            ... @defer(if: $v) { body }
            ... @defer @skip(if: true) { body }
            ... @defer @skip(if: $v) { body }
            ... @defer @include(if: false) { body }
            ... @include(if: $v) { ... @defer { lines @stream } }
            a: lines @stream(if: $v)
          }
        }
        """);

    /// <summary>That a directive stands there twice is refused by another rule.</summary>
    [Fact]
    public void Of_each_directive_the_first_counts() => IncrementalSchema.Errors(
        """
        subscription ($v: Boolean!) {
          message {
            ... @defer @skip(if: false) @skip(if: $v) { body }
            lines @stream @include(if: true) @include(if: $v)
            ... @defer @skip(if: $v) @skip(if: false) { body }
          }
        }
        """,
        $"{NoDefer} @3:9",
        "The directive \"@skip\" can only be used once at this location. @3:16,3:33",
        $"{NoStream} @4:11",
        "The directive \"@include\" can only be used once at this location. @4:19,4:38",
        "The directive \"@skip\" can only be used once at this location. @5:16,5:30");

    [Fact]
    public void What_can_not() => IncrementalSchema.Errors(
        """
        subscription {
          message {
            ... @defer { body }
            ... @defer(if: true) { sender { ... @defer(label: "x") { name } } }
            ... @defer @skip(if: false) @include(if: true) { body }
            lines @stream
          }
        }
        """,
        $"{NoDefer} @3:9",
        $"{NoDefer} @4:9",
        $"{NoDefer} @4:41",
        $"{NoDefer} @5:9",
        $"{NoStream} @6:11");

    [Fact]
    public void A_fragment_is_reported_with_what_spreads_it() => IncrementalSchema.Errors(
        """
        subscription S { message { ...F } }
        query Q { message { ...F } }
        fragment F on Message { ...G ...G }
        fragment G on Message { body lines @stream(initialCount: 1) }
        """,
        $"{NoStream} @4:36,3:25,1:28");
}
