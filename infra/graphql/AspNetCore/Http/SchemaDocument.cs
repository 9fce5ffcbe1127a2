using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>The schema as text, for people and tools; it changes only with the service, so a client may keep it by its ETag.</summary>
internal sealed class SchemaDocument(GraphQLSchema schema, GraphQLOptions options)
{
    private readonly Lazy<Printed> _printed = new(() => new Printed(Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema))));

    /// <summary>RFC 9110 §13.1.2: the text, or 304 when the client has it; a refusal for those who may not see the schema.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        if (options.MayIntrospect(context.User))
        {
            return _printed.Value.AnswerAsync(context);
        }

        var mayBecomeSignedIn = options.Introspection == IntrospectionPolicy.SignedIn;
        return GraphQLErrorResponse.WriteAsync(
            context,
            mayBecomeSignedIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden,
            IntrospectionGuard.Refusal(options));
    }

    /// <summary>The text, once somebody has asked for it.</summary>
    private sealed class Printed(byte[] sdl)
    {
        private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))}\"");

        public Task AnswerAsync(HttpContext context) =>
            TypedResults.Bytes(sdl, "application/graphql; charset=utf-8", entityTag: _tag).ExecuteAsync(context);
    }
}
