using System.Text.Json;

namespace R2P.Api.Tests.Durability;

/// <summary>
/// A persona who drafts and revises without pause, and who, when the service dies in the middle, sends the unanswered mutation once more as soon
/// as it is back: with the same <c>clientMutationId</c>, as a careful client does.
/// </summary>
internal sealed class Writer(string persona, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private Attempt? _unanswered;
    private int _attempts;
    private int _count;

    public string Persona { get; } = persona;

    /// <summary>What the service has said was done, in that order.</summary>
    public List<Deed> Acknowledged { get; } = [];

    /// <summary>How much that is, for those who look on while it writes.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many mutations were without an answer when the service died.</summary>
    public int Retried { get; private set; }

    /// <summary>Writes until the service doesn't answer any more.</summary>
    public async Task WriteUntilCutOffAsync(ServiceProcess service)
    {
        try
        {
            Retried += _unanswered is null ? 0 : 1;
            while (true)
            {
                await WriteAsync(service);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // What was not acknowledged may or may not have happened: the retry will tell.
        }
    }

    /// <summary>Asks once more for what was not answered, if there is such a thing.</summary>
    public async Task SettleAsync(ServiceProcess service)
    {
        if (_unanswered is not null)
        {
            await WriteAsync(service);
        }
    }

    /// <summary>
    /// Everything that was acknowledged is there, in the version that was acknowledged: or one further, if the answer to just that revision was lost.
    /// </summary>
    public async Task CheckAsync(ServiceProcess service)
    {
        foreach (var ids in _versions.Keys.Chunk(100))
        {
            var answer = await service.AskAsync(Persona, "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Assessment { version title } } }", new { ids });
            foreach (var (id, node) in ids.Zip(answer.Data.GetProperty("nodes").EnumerateArray()))
            {
                Assert.True(node.ValueKind == JsonValueKind.Object, $"{id}, acknowledged in version {_versions[id]}, is gone.");
                var version = node.GetProperty("version").GetInt32();
                Assert.InRange(version, _versions[id], _unanswered?.Id == id ? _versions[id] + 1 : _versions[id]);
                Assert.Equal($"Version {version}", node.GetProperty("title").GetString());
            }
        }
    }

    private async Task WriteAsync(ServiceProcess service)
    {
        var attempt = _unanswered ??= Next();
        var assessment = await service.DoneAsync(Persona, attempt.Act, attempt.Input);
        var id = assessment.GetProperty("id").GetString()!;
        Assert.Equal(attempt.Version, assessment.GetProperty("version").GetInt32());
        _versions[id] = attempt.Version;
        Acknowledged.Add(new Deed(id, attempt.Version, attempt.Id is null ? "ASSESSMENT_DRAFTED" : "ASSESSMENT_REVISED"));
        Volatile.Write(ref _count, Acknowledged.Count);
        _unanswered = null;
    }

    private Attempt Next()
    {
        var clientMutationId = $"{Persona}-{++_attempts}";
        if (_versions.Count == 0 || _random.Next(8) == 0)
        {
            return new Attempt("draftAssessment", null, 1, new { title = "Version 1", clientMutationId });
        }

        var (id, version) = _versions.ElementAt(_random.Next(_versions.Count));
        return new Attempt("reviseAssessment", id, version + 1, new { id, version, title = $"Version {version + 1}", clientMutationId });
    }

    private sealed record Attempt(string Act, string? Id, int Version, object Input);
}
