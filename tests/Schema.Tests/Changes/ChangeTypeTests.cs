using System.Text.RegularExpressions;
using R2P.Schema.Changes;

namespace R2P.Schema.Tests.Changes;

public sealed partial class ChangeTypeTests
{
    [Fact]
    public async Task What_the_database_tells_by_itself_has_a_value_of_its_own_too()
    {
        var told = new List<string>();
        var assembly = typeof(ChangeType).Assembly;
        foreach (var migration in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(migration)!);
            told.AddRange(TypeInSql().Matches(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Select(match => match.Groups["type"].Value));
        }

        Assert.Contains("PRACTICE_LAPSED", told);
        Assert.All(told, type => Assert.NotEqual(ChangeType.Other, ChangeTypes.Parse(type)));
    }

    [Fact]
    public void What_a_newer_service_told_is_something_other() => Assert.Equal(ChangeType.Other, ChangeTypes.Parse("NOT_INVENTED_YET"));

    [Theory]
    [InlineData(ChangeType.AppointmentProposed, "APPOINTMENT_PROPOSED")]
    [InlineData(ChangeType.FollowUpCompleted, "FOLLOW_UP_COMPLETED")]
    public void The_log_keeps_a_type_by_the_name_that_clients_read(ChangeType type, string kept) => Assert.Equal(kept, type.ToldTo(["public"]).Type);

    [GeneratedRegex("'type', '(?<type>[A-Z_]+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TypeInSql();
}
