using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using R2P.GraphQL.Errors;
using R2P.Schema.Endpoints;

namespace R2P.Schema.Transfer;

/// <summary>How records stand in an import: each format that an export has.</summary>
internal interface IImportFormat
{
    string MediaType { get; }

    /// <summary>Reads record by record, and holds no more than one. What makes the rest unreadable is the last one.</summary>
    IAsyncEnumerable<ImportRecord> ReadAsync(Stream body, ImportShape shape, CancellationToken cancellation);
}

/// <summary>The formats that are taken.</summary>
internal static class ImportFormats
{
    /// <summary>The longest record: more than the largest input of a mutation.</summary>
    public const int MaxBytes = 1024 * 1024;

    public static string TooLong { get; } = $"Is longer than {MaxBytes} bytes.";

    private static readonly IImportFormat[] All = [new NdjsonImport(), new CsvImport()];

    public static string[] MediaTypes { get; } = [.. All.Select(format => format.MediaType)];

    /// <summary>The format of a request's body.</summary>
    /// <exception cref="EndpointException">It is none that is taken, or not in UTF-8.</exception>
    public static IImportFormat Of(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || All.FirstOrDefault(known => type.MediaType.Equals(known.MediaType, StringComparison.OrdinalIgnoreCase)) is not { } format)
        {
            throw Unsupported($"Send the body as {string.Join(" or ", MediaTypes)}.");
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? format : throw Unsupported("Send the body in UTF-8.");
    }

    private static EndpointException Unsupported(string message) => new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadRequest, message);
}
