using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace R2P.GraphQL.Tests.Fuzzing;

/// <summary>
/// Runs a property on many cases: the same in every run, so that a failure can be repeated. R2P_TEST_LONG=1 takes many more, from a seed that is
/// printed; R2P_TEST_SEED repeats it.
/// </summary>
internal static class Fuzz
{
    private const ulong UsualSeed = 20250903;
    private const int LongFactor = 50;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1";

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("R2P_TEST_SEED") is { } given
        ? ulong.Parse(given, CultureInfo.InvariantCulture)
        : IsLong ? (ulong)Random.Shared.NextInt64() : UsualSeed;

    /// <summary>Checks the property; a case that takes longer than some seconds breaks it too.</summary>
    public static void Check<T>(Arbitrary<T> cases, int count, Action<T> property)
    {
        if (IsLong)
        {
            TestContext.Current.SendDiagnosticMessage("Repeat with R2P_TEST_SEED={0}", Seed);
        }

        var config = Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithStartSize(5)
            .WithEndSize(200)
            .WithMaxTest(IsLong ? count * LongFactor : count)
            .WithReplay(new Replay(new Rnd(Seed), FSharpOption<int>.None));
        Prop.ForAll(cases, (Action<T>)(each => CheckInTime(each, property))).Check(config);
    }

    private static void CheckInTime<T>(T each, Action<T> property)
    {
        var started = Stopwatch.GetTimestamp();
        property(each);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MaxTime);
    }
}
