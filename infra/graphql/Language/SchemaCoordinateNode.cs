namespace R2P.GraphQL.Language;

/// <summary>
/// §2.14 A schema coordinate: <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c>.
/// </summary>
public sealed class SchemaCoordinateNode : SyntaxNode
{
    /// <summary>Whether <see cref="Name"/> is a directive's; else it is a type's.</summary>
    public bool IsDirective { get; init; }

    public required NameNode Name { get; init; }

    /// <summary>The field, input field or enum value of the type.</summary>
    public NameNode? Member { get; init; }

    /// <summary>The argument of the field or directive.</summary>
    public NameNode? Argument { get; init; }

    public override string ToString() =>
        $"{(IsDirective ? "@" : "")}{Name}{(Member is null ? "" : $".{Member}")}{(Argument is null ? "" : $"({Argument}:)")}";
}
