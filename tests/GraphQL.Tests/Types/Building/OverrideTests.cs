using R2P.GraphQL.Data;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>What a class says of a property that its base has marked.</summary>
public sealed class OverrideTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(typeof(BatchQueries), typeof(Batch));

    [Fact]
    public void An_override_shows_what_the_base_keeps_back_and_keeps_back_what_it_shows() =>
        Assert.Equal(["id", "madeOn", "label"], ((FieldsType)Schema.FindType("Batch")!).Fields.Keys);

    [Fact]
    public void An_override_is_filtered_and_sorted_by_only_if_it_says_so()
    {
        Assert.Equal(["label"], ((InputObjectType)Schema.FindType("BatchFilterInput")!).Fields.Keys.Except(["and", "or", "not"]));
        Assert.Equal(["label"], ((InputObjectType)Schema.FindType("BatchSortInput")!).Fields.Keys);
    }

    public abstract class Made
    {
        public Guid Id { get; set; }

        [GraphQLIgnore]
        public virtual int MadeOn { get; set; }

        public virtual int Weight { get; set; }

        [Filterable, Sortable]
        public virtual int Height { get; set; }

        public virtual string? Label { get; set; }
    }

    public sealed class Batch : Made
    {
        public override int MadeOn { get; set; }

        [GraphQLIgnore]
        public override int Weight { get; set; }

        [GraphQLIgnore]
        public override int Height { get; set; }

        [Filterable, Sortable]
        public override string? Label { get; set; }
    }

    [QueryType]
    internal static class BatchQueries
    {
        [UseFiltering, UseSorting]
        public static IReadOnlyList<Batch> Batches(QueryContext<Batch> query) => throw new NotSupportedException(query.ToString());
    }
}
