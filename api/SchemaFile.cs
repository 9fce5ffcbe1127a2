using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.Api;

/// <summary>Reads a contract from a file of type system definitions.</summary>
internal static class SchemaFile
{
    /// <summary>A person's own file is no attack, however long it is.</summary>
    private static readonly ParserOptions AnyLength = new() { MaxTokens = int.MaxValue };

    /// <summary>The valid schema that the file holds.</summary>
    /// <exception cref="SchemaFileException">It can't be read, does not parse, or is no valid schema; each reason with its place, on a line.</exception>
    public static GraphQLSchema Read(string path)
    {
        var source = new SourceText(ReadText(path), path);
        try
        {
            var schema = SdlSchemaBuilder.Build(Parser.Parse(source, AnyLength));
            var errors = SchemaValidator.Validate(schema);
            return errors.Count == 0 ? schema : throw new SchemaException(errors);
        }
        catch (GraphQLException refusal)
        {
            var place = refusal.Error.Locations is [var first, ..] ? $"{path}:{first.Line}:{first.Column}" : path;
            throw new SchemaFileException($"{place}: {refusal.Message}", refusal);
        }
        catch (SchemaException refusal)
        {
            var reasons = refusal.Errors.Select(error => $"{error.Origin ?? path}: {error.Message}");
            throw new SchemaFileException(string.Join(Environment.NewLine, reasons), refusal);
        }
    }

    private static ReadOnlyMemory<byte> ReadText(string path)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
            return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SchemaFileException($"{path}: can't be read: {failure.Message}", failure);
        }
    }
}

/// <summary>A contract's file is of no use; the message says which and where.</summary>
internal sealed class SchemaFileException(string message, Exception inner) : Exception(message, inner);
