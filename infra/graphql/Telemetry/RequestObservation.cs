using System.Diagnostics;
using System.Text;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.Telemetry;

/// <summary>One request as its observers see it. There is none where nobody listens.</summary>
internal sealed class RequestObservation(TelemetryOptions options, TimeProvider time) : IDisposable
{
    private readonly Activity? _span = Spans.Source.StartActivity(Conventions.UnknownOperation, ActivityKind.Server);
    private readonly long _start = time.GetTimestamp();
    private string? _operationType;

    /// <summary>Whether anybody listens to what a request would say.</summary>
    public static bool IsWanted => Spans.AreWanted || Figures.AreWanted;

    /// <summary>The operation to run is known.</summary>
    public void Name(OperationDefinitionNode operation, DocumentNode document)
    {
        _operationType = Conventions.TypeOf(operation.Operation);
        if (_span is null)
        {
            return;
        }

        var name = operation.Name?.Value;
        _span.DisplayName = name is not null && options.NameSpansByOperation ? $"{_operationType} {name}" : _operationType;
        _span.SetTag(Conventions.OperationType, _operationType);
        if (name is not null)
        {
            _span.SetTag(Conventions.OperationName, name);
        }

        if (options.RecordDocuments)
        {
            _span.SetTag(Conventions.Document, Encoding.UTF8.GetString(document.Source.Utf8.Span));
        }
    }

    /// <summary>The request is answered, or its stream begins.</summary>
    public void End(OperationResult result)
    {
        var code = CodeOf(result);
        if (code is not null)
        {
            _span?.Fail(code);
        }

        if (result is RequestErrorResult refusal)
        {
            Figures.CountRefusal(refusal.Errors[0]);
        }

        if (Figures.RequestDuration.Enabled)
        {
            Figures.RequestDuration.Record(time.GetElapsedTime(_start).TotalSeconds, TagsFor(code));
        }
    }

    public void Dispose() => _span?.Dispose();

    private static string? CodeOf(OperationResult result) => result switch
    {
        RequestErrorResult refusal => refusal.Errors[0].Code,
        WrittenResponse response => response.ErrorCode,
        _ => null,
    };

    private TagList TagsFor(string? code)
    {
        var tags = default(TagList);
        if (_operationType is not null)
        {
            tags.Add(Conventions.OperationType, _operationType);
        }

        if (code is not null)
        {
            tags.Add(Conventions.ErrorType, code);
        }

        return tags;
    }
}
