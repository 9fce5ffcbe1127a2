using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>What a resolver gets: all parents of one response path, the coerced arguments, what was selected below, and the request.</summary>
public abstract class FieldContext
{
    /// <summary>The parents, one concrete object type. For a root field: one parent, the root value.</summary>
    public abstract IReadOnlyList<object> Parents { get; }

    /// <summary>
    /// Where the values go, by the parent's index. A value may be a Task-free CLR value only: awaiting is the resolver's work, save for a list that comes
    /// piece by piece (an <see cref="IAsyncEnumerable{T}"/> of objects), which is read, and disposed of, by the executor.
    /// </summary>
    public abstract object?[] Results { get; }

    /// <summary>Makes the field an error for one parent; <see cref="Results"/> is ignored there.</summary>
    public abstract void Fail(int parentIndex, Exception exception);

    public abstract GraphQLSchema Schema { get; }

    public abstract FieldDefinition Field { get; }

    /// <summary>§6.4.1 The coerced arguments.</summary>
    public abstract InputValues Arguments { get; }

    public abstract ISelection Selection { get; }

    /// <summary>The coerced arguments of each such directive at the field, in the order in which they are written; none if it does not stand there.</summary>
    /// <exception cref="Errors.GraphQLException">A value does not fit; the error is that of the field.</exception>
    public abstract IReadOnlyList<InputValues> Directives(string name);

    /// <summary>The directives at the field that the class stands for (see <see cref="DirectiveTypeAttribute"/>).</summary>
    /// <inheritdoc cref="Directives(string)" path="/exception"/>
    public IReadOnlyList<T> Directives<T>()
        where T : class => Schema.Directives.FirstOrDefault(directive => directive.ClrType == typeof(T)) is { Construct: { } construct } definition
            ? [.. Directives(definition.Name).Select(arguments => (T)construct(arguments))]
            : throw new InvalidOperationException($"The schema has no directive {typeof(T)}.");

    /// <summary>The first directive at the field that the class stands for; null if none does.</summary>
    /// <inheritdoc cref="Directives(string)" path="/exception"/>
    public T? Directive<T>()
        where T : class => Directives<T>() is [var first, ..] ? first : null;

    /// <summary>The services of this operation (one scope per operation, and per event of a subscription).</summary>
    public abstract IServiceProvider Services { get; }

    public abstract System.Security.Claims.ClaimsPrincipal User { get; }

    /// <summary>The operation, for a source stream that shares its events.</summary>
    public abstract SharedOperation Operation { get; }

    /// <summary>Cancelled when the client goes away or the operation's time is over.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>Tells that objects are being looked up, which will be values of the field: what is selected of them may be asked ahead.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="keyProperty">The name of the C# property by which they are looked up.</param>
    /// <param name="keys">Its values.</param>
    internal virtual void AskAhead(ObjectType type, string keyProperty, IReadOnlyList<Guid> keys)
    {
    }
}

/// <summary>What was selected below a field, so that a resolver reads only what is wanted.</summary>
public interface ISelection
{
    /// <summary>Whether any selection below (in any possible type) takes the field, by schema name.</summary>
    bool Selects(string fieldName);

    /// <summary>The selection below that field; empty when it isn't selected. Names may be chained: <c>Below("edges").Below("node")</c>.</summary>
    ISelection Below(string fieldName);

    /// <summary>The schema names of all fields selected, each once.</summary>
    IReadOnlyCollection<string> FieldNames { get; }

    /// <summary>
    /// The C# properties, by name, that the fields selected of objects of a class are made of; null if one of them may look at any. A data source
    /// need not read the others.
    /// </summary>
    IReadOnlySet<string>? PropertiesOf(Type type);
}

/// <summary>
/// Coerced input (§6.4.1, §3.10): the values of arguments or of an input object. Values are in canonical form: a scalar's or enum's runtime
/// value, <c>object?[]</c> for a list, <see cref="InputValues"/> for an input object.
/// </summary>
public sealed class InputValues(OrderedDictionary<string, InputFieldDefinition> definitions, object?[] values, bool[] present)
{
    public static InputValues None { get; } = new(new(StringComparer.Ordinal), [], []);

    /// <summary>The definitions, in whose order <see cref="this[int]"/> counts.</summary>
    public OrderedDictionary<string, InputFieldDefinition> Definitions { get; } = definitions;

    public object? this[int index] => values[index];

    /// <summary>Whether a value (or a default) was given; a null that was given is present.</summary>
    public bool IsPresent(int index) => present[index];

    /// <summary>The value by name; null if absent.</summary>
    public object? this[string name] => Definitions.IndexOf(name) is >= 0 and var index ? values[index] : null;

    public bool IsPresent(string name) => Definitions.IndexOf(name) is >= 0 and var index && present[index];
}
