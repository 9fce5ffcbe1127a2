using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge;

/// <summary>Writes the answer to one case.</summary>
internal sealed class Answer(Utf8JsonWriter writer)
{
    public void Write(string name, string text)
    {
        writer.WritePropertyName(name);
        if (name == "introspection")
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    public void Write(string name, IEnumerable<GraphQLError> errors) => WriteErrors(
        name, errors.Select(error => (error.Message, error.Locations.Select(place => $"{place.Line}:{place.Column}"))));

    public void Write(string name, IEnumerable<SchemaError> errors) => WriteErrors(
        name, errors.Select(error => (error.Message, error.Origin is null ? [] : Enumerable.Repeat(PlaceOf(error.Origin), 1))));

    public void StartList(string name) => writer.WriteStartArray(name);

    public void EndList() => writer.WriteEndArray();

    public void StartItem() => writer.WriteStartObject();

    public void EndItem() => writer.WriteEndObject();

    public void WriteItem(string json) => writer.WriteRawValue(json);

    private void WriteErrors(string name, IEnumerable<(string Message, IEnumerable<string> Places)> errors)
    {
        writer.WriteStartArray(name);
        foreach (var (message, places) in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", message);
            writer.WriteString("at", string.Join(", ", places));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Line and column out of <c>name:line:column</c>.</summary>
    private static string PlaceOf(string origin) => string.Join(':', origin.Split(':')[^2..]);
}
