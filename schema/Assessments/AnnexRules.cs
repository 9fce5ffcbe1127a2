using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What an annex has to keep to: it is coarse, and shared more narrowly than an assessment may be.</summary>
internal static class AnnexRules
{
    private static readonly AudienceKind[] Narrow = [AudienceKind.Office, AudienceKind.National, AudienceKind.Named];

    public static void Check(string? title, string? text, IReadOnlyList<GroupAtRiskInput>? groups, IReadOnlyList<ConsultedInput>? consulted)
    {
        var check = new InputCheck();
        if (title is not null)
        {
            DocumentRules.Title(check, title);
        }

        Coarse(check, text, "text");
        check.Count(groups, DocumentRules.MaxEntries, "groups");
        for (var i = 0; i < groups?.Count; i++)
        {
            Group(check, groups[i], "groups", $"{i}");
        }

        ConsultedBodies.Check(check, consulted);
        check.ThrowIfAny();
    }

    public static void CheckAudience(AudienceInput audience)
    {
        if (!Narrow.Contains(audience.Kind))
        {
            throw Refuse.Invalid(
                "A confidential annex goes to your office, to the offices of your State, or to whom you name.", "input", "audience", "kind");
        }
    }

    private static void Group(InputCheck check, GroupAtRiskInput group, params string[] at)
    {
        check.Text(group.Area, 100, [.. at, "area"]);
        NoTraces.Check(check, group.Area, [.. at, "area"]);
        if (string.IsNullOrWhiteSpace(group.Threat))
        {
            check.Add("Must not be empty.", [.. at, "threat"]);
        }

        Coarse(check, group.Threat, [.. at, "threat"]);
        Coarse(check, group.Resilience, [.. at, "resilience"]);
        Coarse(check, group.SelfProtection, [.. at, "selfProtection"]);
    }

    private static void Coarse(InputCheck check, string? text, params string[] at)
    {
        check.OptionalText(text, DocumentRules.MaxText, at);
        NoTraces.Check(check, text, at);
    }
}
