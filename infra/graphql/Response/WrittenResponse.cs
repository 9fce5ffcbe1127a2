using System.Buffers;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

internal sealed class WrittenResponse(ResponseOutput output, bool hasErrors, bool dataIsNull) : ResponseResult
{
    private ResponseOutput? _output = output;

    public override ReadOnlySequence<byte> Utf8Json { get; } = output.Buffer.ToSequence();

    public override bool HasErrors => hasErrors;

    public override bool DataIsNull => dataIsNull;

    public override void Dispose() => Interlocked.Exchange(ref _output, null)?.Return();
}
