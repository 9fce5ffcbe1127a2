using System.Buffers;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>A response that goes to many: its bytes stay as they are for as long as anybody holds it, and to dispose it does nothing.</summary>
internal sealed class SharedResponse : ResponseResult
{
    private SharedResponse(byte[] json, bool hasErrors, bool dataIsNull) =>
        (Utf8Json, HasErrors, DataIsNull) = (new ReadOnlySequence<byte>(json), hasErrors, dataIsNull);

    public override ReadOnlySequence<byte> Utf8Json { get; }

    public override bool HasErrors { get; }

    public override bool DataIsNull { get; }

    /// <summary>Takes the bytes out of a response, whose pooled memory goes back.</summary>
    public static SharedResponse Of(ResponseResult response)
    {
        using (response)
        {
            return new SharedResponse(response.Utf8Json.ToArray(), response.HasErrors, response.DataIsNull);
        }
    }

    public override void Dispose()
    {
    }
}
