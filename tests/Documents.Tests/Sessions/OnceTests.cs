using R2P.Tests;

namespace R2P.Documents.Tests.Sessions;

public sealed class OnceTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);
    private static readonly OnceKey Key = new("m-1", "draftNote", "hash-1");

    [Fact]
    public async Task The_same_call_twice_happens_once_and_answers_the_same()
    {
        var first = await DraftAsync(Owner, Key);
        var second = await DraftAsync(Owner, Key);

        Assert.Equal((false, true), (first.Replayed, second.Replayed));
        Assert.Equal(first.Outcome, second.Outcome);
        Assert.Equal(1, await AskAsync<long>(Owner, "select count(*) from r2p.note"));
    }

    [Fact]
    public async Task Raced_by_eight_it_happens_once()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => DraftAsync(Owner, Key), Cancellation)));

        Assert.Single(outcomes, o => !o.Replayed);
        Assert.Single(outcomes.Select(o => o.Outcome).Distinct());
        Assert.Equal(1, await AskAsync<long>(Owner, "select count(*) from r2p.note"));
    }

    [Theory]
    [InlineData("draftNote", "hash-2")]
    [InlineData("reviseNote", "hash-1")]
    public async Task Another_input_or_act_under_the_same_id_is_refused(string act, string hash)
    {
        await DraftAsync(Owner, Key);

        var mismatch = await Assert.ThrowsAsync<OnceMismatchException>(
            () => DraftAsync(Owner, Key with { Act = act, InputHash = hash }));

        Assert.Equal("clientMutationId \"m-1\" was used before, with another input.", mismatch.Message);
        Assert.Equal(1, await AskAsync<long>(Owner, "select count(*) from r2p.note"));
    }

    [Fact]
    public async Task Two_persons_may_use_the_same_id()
    {
        await DraftAsync(Owner, Key);
        var other = await DraftAsync(Member(Office), Key);

        Assert.False(other.Replayed);
        Assert.Equal(2, await AskAsync<long>(Owner, "select count(*) from r2p.note"));
    }

    [Fact]
    public async Task A_call_that_failed_is_not_remembered()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Store.WriteOnceAsync<int>(
            Owner, Key, _ => throw new TimeZoneNotFoundException(), Cancellation));

        Assert.False((await DraftAsync(Owner, Key)).Replayed);
    }

    private Task<Once<Drafted>> DraftAsync(AccessContext access, OnceKey key) => Store.WriteOnceAsync(
        access,
        key,
        session =>
        {
            var note = Draft(Office);
            session.Context.Add(note);
            return Task.FromResult(new Drafted(note.Id, 1));
        },
        Cancellation);

    private sealed record Drafted(Guid Id, int Version);
}
