using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Data;

/// <summary>
/// Makes the field a connection that is read page by page: adds <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>. The method returns a
/// <see cref="Connection{T}"/>, and takes what was asked for as <see cref="PagingArguments"/>, within bounds.
/// </summary>
public sealed class UsePagingAttribute : FieldConventionAttribute
{
    /// <summary>The page size where a client gives none.</summary>
    public int DefaultPageSize { get; set; } = PagingArguments.DefaultSize;

    /// <summary>The largest page that a client may ask for.</summary>
    public int MaxPageSize { get; set; } = 100;

    public override void Apply(FieldConvention field)
    {
        if (!ConnectionShape.IsConnection(field.ResultType) || !field.Method.GetParameters().Any(Binder.Takes))
        {
            var problem = $"{field.Method.Origin()} is marked [UsePaging]: it must return a Connection<T> and take PagingArguments.";
            field.Types.Errors.Add(new SchemaError(problem, field.Method.Origin()));
        }

        var integer = field.Types.Input(typeof(int), nullable: true);
        var cursor = field.Types.Input(typeof(Cursor), nullable: true);
        Add("first", integer, $"How many entries from the beginning, or from behind `after`: {DefaultPageSize} if not given, {MaxPageSize} at most.");
        Add("after", cursor, "Only entries behind the one with this cursor.");
        Add("last", integer, $"How many entries from the end, or from before `before`: {MaxPageSize} at most. Not together with `first`.");
        Add("before", cursor, "Only entries before the one with this cursor.");
        field.ListSize = new ListSize
        {
            AssumedSize = DefaultPageSize,
            SlicingArguments = ["first", "last"],
            SizedFields = ["edges", "nodes"],
            RequireOneSlicingArgument = false,
            MaxSize = MaxPageSize,
        };
        field.AddBinder(new Binder(DefaultPageSize, MaxPageSize));
        if (QueryContextBinder.IsWanted(field.Method))
        {
            QueryContextBinder.Of(field);
        }

        void Add(string name, GraphQLType type, string description) =>
            field.AddArgument(new InputFieldDefinition(name, type) { Description = description, Origin = field.Method.Origin() });
    }

    private sealed class Binder(int defaultSize, int maxSize) : IParameterBinder
    {
        public static bool Takes(ParameterInfo parameter) => parameter.ParameterType == typeof(PagingArguments);

        public bool TryBind(ParameterInfo parameter, FieldConvention field, [NotNullWhen(true)] out Func<FieldContext, object?>? value)
        {
            value = Takes(parameter) ? context => Read(context.Arguments) : null;
            return value is not null;
        }

        private PagingArguments Read(InputValues arguments) =>
            new PagingArguments((int?)arguments["first"], TextOf(arguments["after"]), (int?)arguments["last"], TextOf(arguments["before"]))
                .Within(defaultSize, maxSize);

        private static string? TextOf(object? cursor) => (cursor as Cursor?)?.Text;
    }
}
