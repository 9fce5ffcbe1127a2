namespace R2P.GraphQL.Data;

/// <summary>
/// Clients may filter by this property: a scalar or enum, an object (by its own filterable properties), or a list of these. On a class: by the
/// property that <see cref="Using"/> names, such as an inherited one or one inside a body.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class FilterableAttribute : Attribute
{
    /// <summary>
    /// The property, or path of properties (<c>Body.Title</c>), that is read in its place: an indexed column that mirrors what the field shows.
    /// </summary>
    public string? Using { get; set; }

    /// <summary>The field's name in the input type; by default that of the property's field.</summary>
    public string? Name { get; set; }

    /// <summary>The type whose global id the <see cref="Guid"/> is, where the property itself has no <see cref="IDAttribute"/>.</summary>
    public Type? IdOf { get; set; }
}
