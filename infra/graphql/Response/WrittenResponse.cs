using System.Buffers;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

internal sealed class WrittenResponse(ResponseOutput output, string? errorCode, bool dataIsNull) : ResponseResult
{
    private ResponseOutput? _output = output;

    public override ReadOnlySequence<byte> Utf8Json { get; } = output.Buffer.ToSequence();

    /// <summary>The code of the first error; null if there is none.</summary>
    public string? ErrorCode => errorCode;

    public override bool HasErrors => errorCode is not null;

    public override bool DataIsNull => dataIsNull;

    public override void Dispose() => Interlocked.Exchange(ref _output, null)?.Return();
}
