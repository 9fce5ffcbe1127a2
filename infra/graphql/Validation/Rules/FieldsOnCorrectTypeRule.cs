using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation.Rules;

/// <summary>§5.3.1 Field Selections: a field that is selected exists on its type.</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is { } parent && Context.Field is null)
        {
            var name = field.Name.Value;
            Context.Report($"Cannot query field \"{name}\" on type \"{parent}\".{(Context.MaySuggest ? Suggest(parent, name) : "")}", field);
        }
    }

    private string Suggest(CompositeType parent, string name)
    {
        var types = Suggestions.Sentence(TypesWithField(parent, name), "to use an inline fragment on");
        return types is "" && parent is FieldsType { Fields.Keys: var names } ? Suggestions.DidYouMean(name, names) : types;
    }

    /// <summary>The possible types that have the field, and their interfaces that have it: those that serve most types first.</summary>
    private string[] TypesWithField(CompositeType parent, string name)
    {
        if (parent is ObjectType)
        {
            return [];
        }

        var uses = new OrderedDictionary<FieldsType, int>();
        foreach (var type in Context.Schema.PossibleTypes(parent).Where(type => type.Fields.ContainsKey(name)))
        {
            uses[type] = 1;
            foreach (var @interface in type.Interfaces.Where(candidate => candidate.Fields.ContainsKey(name)))
            {
                uses[@interface] = uses.GetValueOrDefault(@interface) + 1;
            }
        }

        return [.. Sort([.. uses]).Select(use => use.Key.Name)];
    }

    // By insertion, as "more general first" is no total order: a library sort would be free to answer anything.
    private List<KeyValuePair<FieldsType, int>> Sort(KeyValuePair<FieldsType, int>[] uses)
    {
        var sorted = new List<KeyValuePair<FieldsType, int>>();
        foreach (var use in uses)
        {
            var (low, high) = (0, sorted.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Compare(use, sorted[middle]) < 0 ? (low, middle) : (middle + 1, high);
            }

            sorted.Insert(low, use);
        }

        return sorted;
    }

    private int Compare(KeyValuePair<FieldsType, int> a, KeyValuePair<FieldsType, int> b) =>
        a.Value != b.Value ? b.Value.CompareTo(a.Value) : GeneralFirst(a.Key, b.Key);

    private int GeneralFirst(FieldsType a, FieldsType b) => (a, b) switch
    {
        (InterfaceType, _) when !ReferenceEquals(a, b) && Context.Schema.IsSubType(b, a) => -1,
        (_, InterfaceType) when !ReferenceEquals(a, b) && Context.Schema.IsSubType(a, b) => 1,
        _ => NaturalOrder.Instance.Compare(a.Name, b.Name),
    };
}
