using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>What a meeting and what belongs to it have to keep to.</summary>
public sealed class MeetingRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>Checks a meeting as it would stand.</summary>
    internal void Check(InputCheck check, Meeting meeting)
    {
        DocumentRules.Title(check, meeting.Title);
        DocumentRules.Summary(check, meeting.Summary);
        DocumentRules.Language(check, meeting.Language);
        rules.Tags(check, meeting.Tags);
        CheckCodes(check, meeting);
        check.OptionalText(meeting.Series, 200, "series");
        check.OptionalText(meeting.Place, 300, "place");
        check.Count(meeting.Agenda, DocumentRules.MaxEntries, "agenda");
        for (var i = 0; i < meeting.Agenda.Count; i++)
        {
            check.Text(meeting.Agenda[i].Title, 300, "agenda", $"{i}", "title");
            check.OptionalText(meeting.Agenda[i].Text, 4_000, "agenda", $"{i}", "text");
        }

        if (meeting.EndsOn < meeting.StartsOn)
        {
            check.Add("Must not lie before the day on which it begins.", "endsOn");
        }
    }

    internal static void Check(InputCheck check, RecordMeetingInput input)
    {
        check.Text(input.Conclusions, DocumentRules.MaxText, "conclusions");
        check.Count(input.FollowUp, DocumentRules.MaxEntries, "followUp");
        for (var i = 0; i < input.FollowUp?.Count; i++)
        {
            check.Text(input.FollowUp[i].Text, 2_000, "followUp", $"{i}", "text");
        }

        input.Panel?.Check(check);
        if (input.ParticipantCount < 0)
        {
            check.Add("Must not be negative.", "participantCount");
        }
        else if (input.Panel?.People > input.ParticipantCount)
        {
            check.Add("More people than were there.", "panel", "people");
        }
    }

    internal void Check(InputCheck check, RecordStatementInput input)
    {
        DocumentRules.Title(check, input.Title);
        check.Text(input.Text, DocumentRules.MaxText, "text");
        DocumentRules.Language(check, input.Language);
        rules.Tags(check, input.Tags);
        if (input.Network is { } network)
        {
            DocumentRules.Code(check, catalogue.IsNetwork, "network", network, "network");
        }
    }

    private void CheckCodes(InputCheck check, Meeting meeting)
    {
        if (meeting.Forum is { } forum)
        {
            DocumentRules.Code(check, IsForum, "forum", forum, "forum");
        }

        if (meeting.Network is { } network)
        {
            DocumentRules.Code(check, catalogue.IsNetwork, "network", network, "network");
        }

        check.Count(meeting.Countries, DocumentRules.MaxEntries, "countries");
        for (var i = 0; i < meeting.Countries.Length; i++)
        {
            rules.Country(check, meeting.Countries[i], "countries", $"{i}");
        }
    }

    private bool IsForum(string code) =>
        catalogue.UnEntities.Any(entity => entity.Code == code) || catalogue.IsOrganization(code) || catalogue.IsNetwork(code);
}
