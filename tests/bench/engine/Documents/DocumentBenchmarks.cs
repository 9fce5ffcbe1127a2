using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.Schema;

namespace R2P.Bench.Engine.Documents;

/// <summary>From a document's text to its plan, against the network's own schema.</summary>
public class DocumentBenchmarks
{
    private ServiceProvider _services = null!;
    private EngineSteps _engine = null!;
    private byte[] _text = null!;
    private DocumentNode _document = null!;
    private JsonElement? _variables;

    /// <summary>The document.</summary>
    [Params("introspection", "q1")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddDocuments(_ => new DocumentStoreOptions("Host=nowhere", "Host=nowhere"))
            .AddNetwork()
            .AddGraphQL(graphql => graphql.AddNetwork())
            .BuildServiceProvider();
        _engine = new EngineSteps(_services.GetRequiredService<GraphQLSchema>());
        _text = Read($"{Query}.graphql");
        _document = _engine.Parse(_text);
        _variables = Query == "q1" ? JsonElement.Parse("""{"countries": ["GHA", "KEN", "NGA"]}""") : null;
    }

    [GlobalCleanup]
    public ValueTask Close() => _services.DisposeAsync();

    [Benchmark]
    public object Parse() => _engine.Parse(_text);

    [Benchmark]
    public int Validate() => _engine.Validate(_document);

    [Benchmark]
    public object Compile() => _engine.Compile(_document, _variables);

    [Benchmark]
    public object All()
    {
        var document = _engine.Parse(_text);
        _engine.Validate(document);
        return _engine.Compile(document, _variables);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(DocumentBenchmarks).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
