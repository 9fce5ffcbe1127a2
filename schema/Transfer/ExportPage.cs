using System.Text.Json;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Transfer;

/// <summary>One page of an export. It reads in the response's own memory, which others get once it is disposed: nothing of it may be used after that.</summary>
internal sealed class ExportPage(ResponseResult response) : IDisposable
{
    private readonly JsonDocument _json = JsonDocument.Parse(response.Utf8Json);

    /// <summary>The connection: its nodes, and where the page ends.</summary>
    public JsonElement List => _json.RootElement.GetProperty("data").GetProperty("page");

    /// <summary>The first error of the response; null if there is none.</summary>
    public JsonElement? Error => response.HasErrors ? _json.RootElement.GetProperty("errors")[0] : null;

    public void Dispose()
    {
        _json.Dispose();
        response.Dispose();
    }
}
