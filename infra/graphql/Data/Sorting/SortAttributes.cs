namespace R2P.GraphQL.Data;

/// <summary>
/// Clients may sort by this property. On a class: by the property that <see cref="Using"/> names, such as an inherited one or one inside a body.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class SortableAttribute : Attribute
{
    /// <summary>The property, or path of properties (<c>Body.Title</c>), that is read in its place.</summary>
    public string? Using { get; set; }

    /// <summary>The field's name in the input type; by default that of the property's field.</summary>
    public string? Name { get; set; }
}

/// <summary>What a property is to the order of its type's rows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortKeyAttribute : Attribute
{
    /// <summary>Whether the property is unique and ends every order; by default <c>Id</c> does.</summary>
    public bool TieBreaker { get; set; }
}

/// <summary>Whether the smallest or the largest comes first.</summary>
public enum SortDirection
{
    /// <summary>Smallest, oldest or alphabetically first to last; without a value at the end.</summary>
    Asc,

    /// <summary>Largest, newest or alphabetically last to first; without a value at the beginning.</summary>
    Desc,
}
