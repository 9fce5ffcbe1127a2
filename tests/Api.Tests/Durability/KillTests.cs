namespace R2P.Api.Tests.Durability;

public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly string[] Personas = ["ghana", "kenya", "costa-rica", "denmark"];

    private static bool IsLong => Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1";

    [Fact]
    public async Task Whatever_was_acknowledged_outlives_kill_9_and_who_resumes_hears_each_change_once_in_order()
    {
        var rounds = IsLong ? 60 : 20;
        var seed = IsLong ? Environment.TickCount : 20051;
        output.WriteLine($"{rounds} rounds, seed {seed}");
        using var data = new DataDirectory();
        var service = await ServiceProcess.StartAsync(data);
        try
        {
            var moments = new Random(seed);
            Writer[] writers = [.. Personas.Select((persona, i) => new Writer(persona, seed + i))];
            Follower[] followers = [.. Personas.Select(persona => new Follower(persona))];
            await Task.WhenAll(followers.Select(follower => follower.BeginAsync(service)));

            for (var round = 0; round < rounds; round++)
            {
                await KillUnderLoadAsync(service, writers, followers, moments);
                await service.DisposeAsync();
                service = await ServiceProcess.StartAsync(data);
                await Task.WhenAll(writers.Select(writer => writer.CheckAsync(service)));
            }

            await CheckAtRestAsync(service, writers, followers);
            output.WriteLine($"{Acknowledged(writers)} acknowledged, {writers.Sum(writer => writer.Retried)} retried");
            Assert.InRange(writers.Sum(writer => writer.Retried), rounds / 2, int.MaxValue); // Else it was not killed in the middle of things.
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private static async Task KillUnderLoadAsync(ServiceProcess service, Writer[] writers, Follower[] followers, Random moments)
    {
        var load = Task.WhenAll(
        [
            .. writers.Select(writer => writer.WriteUntilCutOffAsync(service)),
            .. followers.Select(follower => follower.FollowUntilCutOffAsync(service)),
        ]);
        await AnyMomentAsync(load, writers, moments);
        await service.KillAsync();
        await load;
    }

    /// <summary>
    /// Some time after the load has got going: a service that was only just started and a busy machine would otherwise be killed before they have
    /// acknowledged anything that could be lost.
    /// </summary>
    private static async Task AnyMomentAsync(Task load, Writer[] writers, Random moments)
    {
        var enough = Acknowledged(writers) + moments.Next(4, 40);
        while (Acknowledged(writers) < enough && !load.IsCompleted)
        {
            await Task.Delay(1);
        }

        await Task.Delay(moments.Next(0, 30));
    }

    private static int Acknowledged(Writer[] writers) => writers.Sum(writer => writer.Count);

    private static async Task CheckAtRestAsync(ServiceProcess service, Writer[] writers, Follower[] followers)
    {
        foreach (var (writer, follower) in writers.Zip(followers))
        {
            await writer.SettleAsync(service);
            await writer.CheckAsync(service);
            await follower.FollowUntilCutOffAsync(service, writer.Acknowledged.Count);
            Assert.Equal(writer.Acknowledged, follower.Heard);
            await follower.CheckNothingIsLeftAsync(service);
        }
    }
}
