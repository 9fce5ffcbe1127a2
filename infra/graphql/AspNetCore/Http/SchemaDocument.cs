using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>The schema as text, for people and tools; it changes only with the service, so a client may keep it by its ETag.</summary>
internal sealed class SchemaDocument
{
    private readonly byte[] _sdl;
    private readonly EntityTagHeaderValue _tag;

    private readonly GraphQLOptions _options;

    public SchemaDocument(GraphQLSchema schema, GraphQLOptions options)
    {
        _options = options;
        _sdl = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_sdl))}\"");
    }

    /// <summary>RFC 9110 §13.1.2: the text, or 304 when the client has it; a refusal for those who may not see the schema.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        if (_options.MayIntrospect(context.User))
        {
            return TypedResults.Bytes(_sdl, "application/graphql; charset=utf-8", entityTag: _tag).ExecuteAsync(context);
        }

        var mayBecomeSignedIn = _options.Introspection == IntrospectionPolicy.SignedIn;
        return GraphQLErrorResponse.WriteAsync(
            context,
            mayBecomeSignedIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden,
            IntrospectionGuard.Refusal(_options));
    }
}
