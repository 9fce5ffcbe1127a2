using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>
/// Adds the argument <c>where</c>, made from the row's properties that are <see cref="FilterableAttribute">[Filterable]</see>. The method takes what
/// was asked for as <see cref="QueryContext{T}"/>.
/// </summary>
public sealed class UseFilteringAttribute : FieldConventionAttribute
{
    internal const string Argument = "where";

    public override void Apply(FieldConvention field)
    {
        if (QueryContextBinder.Of(field) is not { } binder)
        {
            return;
        }

        binder.Filter = new FilterInputFactory(field.Types).ForObject(binder.RowType);
        field.AddArgument(new InputFieldDefinition(Argument, binder.Filter.Type)
        {
            Description = "Only what meets this filter.",
            Origin = field.Method.Origin(),
        });
    }
}
