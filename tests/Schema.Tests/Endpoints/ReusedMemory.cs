using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>An executor of whose responses nothing is left once they are disposed, as if others already wrote into their memory.</summary>
internal sealed class ReusedMemory(IOperationExecutor executor) : IOperationExecutor
{
    public GraphQLSchema Schema => executor.Schema;

    /// <summary>Puts itself in the place of the executor.</summary>
    public static void Replace(IServiceCollection services)
    {
        var replaced = services.Last(service => service.ServiceType == typeof(IOperationExecutor));
        services.AddSingleton<IOperationExecutor>(provider =>
            new ReusedMemory((IOperationExecutor)ActivatorUtilities.CreateInstance(provider, replaced.ImplementationType!)));
    }

    public async ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation) =>
        await executor.ExecuteAsync(request, cancellation) is var result && result is ResponseResult response ? new Response(response) : result;

    private sealed class Response(ResponseResult response) : ResponseResult
    {
        private readonly byte[] _json = response.Utf8Json.ToArray();

        public override ReadOnlySequence<byte> Utf8Json => new(_json);

        public override bool HasErrors => response.HasErrors;

        public override bool DataIsNull => response.DataIsNull;

        public override void Dispose()
        {
            _json.AsSpan().Fill((byte)'x');
            response.Dispose();
        }
    }
}
