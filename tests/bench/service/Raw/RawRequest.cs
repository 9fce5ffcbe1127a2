using System.Buffers;
using System.Text.Json;
using R2P.GraphQL;

namespace R2P.Bench.Service.Raw;

/// <summary>Reads <c>{"countries": […]}</c> and <c>{"id": "…"}</c>.</summary>
internal static class RawRequest
{
    public static Task<string[]> ReadCountriesAsync(HttpRequest request) => ReadAsync(request, Countries);

    public static Task<Guid> ReadIdAsync(HttpRequest request) => ReadAsync(request, Id);

    private static async Task<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlySequence<byte>, T> parse)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted)
            {
                var value = parse(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return value;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string[] Countries(ReadOnlySequence<byte> body)
    {
        var countries = new List<string>(64);
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                countries.Add(reader.GetString()!);
            }
        }

        return [.. countries];
    }

    private static Guid Id(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && NodeId.TryParse(reader.GetString(), out var id))
            {
                return id.Id;
            }
        }

        throw new BadHttpRequestException("The body has no id.");
    }
}
