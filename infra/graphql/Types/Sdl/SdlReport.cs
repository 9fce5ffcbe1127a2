using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>Collects what is wrong with type system definitions.</summary>
internal sealed class SdlReport(SourceText source)
{
    private readonly SdlOrigins _origins = new(source);

    public List<SchemaError> Errors { get; } = [];

    public void Add(string message, SyntaxNode node) => Errors.Add(new SchemaError(message, _origins.Of(node)));
}
