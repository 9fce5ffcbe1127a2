using R2P.GraphQL.Types;

namespace R2P.GraphQL;

/// <summary>
/// IBM cost specification §7: the weight of a type, field, argument or input field, where it is not the default: 1 for objects and fields that return
/// them, 0 for scalars and enums. A field's own weight may be lowered by its arguments' negative ones, but never below zero.
/// </summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum
    | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}

/// <summary>
/// IBM cost specification §8: how many items the field's list has at most. A field marked <see cref="Data.UsePagingAttribute"/> needs none.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    private int? _assumedSize;

    /// <summary>The size where no slicing argument tells one.</summary>
    public int AssumedSize
    {
        get => _assumedSize ?? throw new InvalidOperationException($"No {nameof(AssumedSize)} was set.");
        set => _assumedSize = value;
    }

    /// <summary>The arguments, by their GraphQL names, whose value is the size.</summary>
    public string[] SlicingArguments { get; set; } = [];

    /// <summary>The most that the list answers: a request for more is no dearer, as the field refuses it in its own words. Default: no bound.</summary>
    public int MaxSize { get; set; } = int.MaxValue;

    /// <summary>The fields below, by their GraphQL names, that have the size in place of the field itself.</summary>
    public string[] SizedFields { get; set; } = [];

    /// <summary>Whether a request must give exactly one of the slicing arguments. Default false: C# methods mostly have a size of their own choice.</summary>
    public bool RequireOneSlicingArgument { get; set; }

    internal ListSize ToListSize() => new()
    {
        AssumedSize = _assumedSize,
        SlicingArguments = SlicingArguments,
        SizedFields = SizedFields,
        MaxSize = MaxSize,
        RequireOneSlicingArgument = RequireOneSlicingArgument,
    };
}
