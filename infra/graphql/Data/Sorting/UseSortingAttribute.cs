using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>
/// Adds the argument <c>order</c>, made from the row's properties that are <see cref="SortableAttribute">[Sortable]</see>. The method takes what was
/// asked for as <see cref="QueryContext{T}"/>.
/// </summary>
public sealed class UseSortingAttribute : FieldConventionAttribute
{
    internal const string Argument = "order";

    public override void Apply(FieldConvention field)
    {
        if (QueryContextBinder.Of(field) is not { } binder)
        {
            return;
        }

        binder.Sort = SortInput.For(binder.RowType, field.Types);
        field.AddArgument(new InputFieldDefinition(Argument, new ListType(new NonNullType(binder.Sort.Type)))
        {
            Description = "The order, most important key first.",
            Origin = field.Method.Origin(),
        });
    }
}
