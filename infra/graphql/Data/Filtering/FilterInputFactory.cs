using System.Linq.Expressions;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>Makes the filter inputs of C# types from their properties that are marked <see cref="FilterableAttribute"/>.</summary>
internal sealed class FilterInputFactory(TypeRegistry types)
{
    private readonly Dictionary<Type, FilterInput> _objects = [];

    private GraphQLType Boolean => types.Input(typeof(bool), nullable: true);

    /// <summary>The filter of a class: its filterable properties, and the connectives.</summary>
    public FilterInput ForObject(Type type)
    {
        if (!_objects.TryGetValue(type, out var filter))
        {
            var name = types.NameOf(type);
            filter = Make($"{name}FilterInput", $"Filters {name} by its fields; all that are given must hold.", type, self => ObjectFields(type, self));
            _objects.Add(type, filter);
        }

        return filter;
    }

    private List<FilterField> ObjectFields(Type type, FilterInput self)
    {
        var fields = FilterMember.Of(type, types).Select(Field).ToList();
        if (fields.Count == 0)
        {
            types.Errors.Add(new SchemaError($"{type.Name} can't be filtered: mark the properties to filter by with [Filterable].", type.Origin()));
        }

        var several = new ListType(new NonNullType(self.Type));
        fields.Add(new("and", several, "All of these hold.", (value, target, reading) =>
            Predicate.All(Each(self, value, target, reading))));
        fields.Add(new("or", several, "At least one of these holds; an empty list matches nothing.", (value, target, reading) =>
            Predicate.Any(Each(self, value, target, reading))));
        fields.Add(new("not", self.Type, "This does not hold.", (value, target, reading) =>
            Predicate.Not(self.Condition(value, target, reading))));
        return fields;
    }

    private static List<Expression> Each(FilterInput filter, object? values, FilterTarget target, FilterReading reading) =>
        [.. ((object?[])reading.NotNull(values)).Select(value => filter.Condition(value, target, reading))];

    private FilterField Field(FilterMember member)
    {
        var shape = types.ShapeOf(member.Path.Last);
        var isValue = types.IsLeaf(shape.Type) || member.IdOf is not null;
        var filter = shape.IsList(out var item) ? ForList(item.Underlying, member.IdOf)
            : isValue ? ForValue(shape.Underlying, member.IdOf)
            : ForObject(shape.Type);
        return new FilterField(member.Name, filter.Type, member.Description, (value, target, reading) =>
        {
            var inner = new FilterTarget(member.Path.Read(target.Value), shape.IsNullable);
            var condition = filter.Condition(value, isValue || item is not null ? inner : inner with { IsNullable = false }, reading);
            var guard = member.Path.GuardWay(target.Value);
            return shape.IsNullable && !isValue && item is null
                ? Predicate.And(Predicate.And(guard, Predicate.IsNotNull(inner.Value)), condition)
                : Predicate.And(guard, condition);
        });
    }

    private FilterInput ForList(Type item, Type? idOf)
    {
        var filter = types.IsLeaf(item) || idOf is not null ? ForValue(item, idOf) : ForObject(item);
        return Make($"List{filter.Type.Name}", "Filters a list by its items.", item, _ => new ListOperators(filter, item, Boolean).Fields());
    }

    private FilterInput ForValue(Type type, Type? idOf)
    {
        var isId = idOf is not null;
        GraphQLType operand = isId ? types.Use(SpecifiedScalars.Id) : types.Input(type, nullable: true);
        var convert = isId && type == typeof(Guid) ? GlobalId(types.NameOf(idOf!)) : null;
        return Make(
            $"{operand.Named.Name}FilterInput",
            $"Filters by a value of type {operand.Named.Name}; all operators that are given must hold.",
            isId ? typeof(NodeId) : type,
            _ => new ValueOperators(operand, type, convert).Fields());
    }

    private static Func<object, FilterReading, object> GlobalId(string typeName) => (value, reading) =>
        NodeId.TryParse((string)value, out var id) && id.TypeName == typeName
            ? id.Id
            : throw reading.Error($"is not the id of a {typeName}");

    private FilterInput Make(string name, string description, Type subject, Func<FilterInput, IReadOnlyList<FilterField>> fields)
    {
        FilterInput? filter = null;
        var type = types.InputObject(name, type =>
        {
            foreach (var field in filter!.Fields)
            {
                type.Fields[field.Name] = new InputFieldDefinition(field.Name, field.Type)
                {
                    Description = field.Description,
                    Origin = type.Origin,
                };
            }
        });
        filter = new FilterInput(type, () => fields(filter!));
        type.Description ??= description;
        type.Origin ??= subject.Origin();
        if (type.Origin != subject.Origin())
        {
            types.Errors.Add(new SchemaError($"The name \"{name}\" belongs to the filters of {type.Origin} and of {subject.Origin()}.", subject.Origin()));
        }

        return filter;
    }
}
