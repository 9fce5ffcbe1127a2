using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What an exchange and what stands in it have to keep to.</summary>
public sealed class ExchangeRules(DocumentRules rules)
{
    /// <summary>The most offices that take part at once.</summary>
    public const int MaxParticipants = 50;

    /// <summary>Checks a new exchange and whom it is opened with.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    internal async Task CheckAsync(Act act, Exchange exchange, IReadOnlyList<Guid> with)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, exchange.Title);
        DocumentRules.Summary(check, exchange.Summary);
        DocumentRules.Language(check, exchange.Language);
        check.Text(exchange.Purpose, 4_000, "purpose");
        rules.Tags(check, exchange.Tags);
        check.Count(exchange.Countries, DocumentRules.MaxEntries, "countries");
        for (var i = 0; i < exchange.Countries.Length; i++)
        {
            rules.Country(check, exchange.Countries[i], "countries", $"{i}");
        }

        await CheckNewcomersAsync(act, check, with, [exchange.OwnerId], "with");
        check.ThrowIfAny();
    }

    /// <summary>Offices that are to join.</summary>
    internal static async Task CheckNewcomersAsync(Act act, InputCheck check, IReadOnlyList<Guid> offices, Guid[] present, string field)
    {
        check.Count(offices, MaxParticipants - present.Length, field);
        var found = await act.Context.Readable<Office>().Where(office => offices.Contains(office.Id)).Select(office => office.Id).ToListAsync(act.Cancellation);
        for (var i = 0; i < offices.Count; i++)
        {
            if (!found.Contains(offices[i]))
            {
                check.Add("There is no such office.", field, $"{i}");
            }
            else if (present.Contains(offices[i]) || offices.Take(i).Contains(offices[i]))
            {
                check.Add("This office takes part already.", field, $"{i}");
            }
        }
    }

    internal static void Check(Act act, InputCheck check, AddTaskInput task, Exchange exchange)
    {
        check.Text(task.Text, 2_000, "text");
        if (task.ForOffice is { } office && !exchange.ParticipantIds.Contains(office))
        {
            check.Add("This office does not take part.", "forOffice");
        }

        if (task.DueOn < act.Today)
        {
            check.Add("Must not lie in the past.", "dueOn");
        }
    }

    /// <summary>What a partnership on record has to keep to.</summary>
    /// <param name="act">The act.</param>
    /// <param name="input">The partnership.</param>
    /// <param name="allowed">Who may be a party: those who take part, and who is a party already.</param>
    /// <param name="recorder">The office that records it.</param>
    internal static void Check(Act act, RecordPartnershipInput input, IReadOnlyCollection<Guid> allowed, Guid recorder)
    {
        var check = new InputCheck();
        check.Text(input.Aim, 4_000, "aim");
        check.OptionalText(input.Results, DocumentRules.MaxText, "results");
        check.Count(input.Activities, DocumentRules.MaxEntries, "activities");
        for (var i = 0; i < input.Activities?.Count; i++)
        {
            check.Text(input.Activities[i], 1_000, "activities", $"{i}");
        }

        check.AddRange(
            Enumerable.Range(0, input.Parties.Count).Where(i => !allowed.Contains(input.Parties[i])), "This office does not take part.", "parties");
        if (!input.Parties.Contains(recorder))
        {
            check.Add("Your office has to be one of the parties.", "parties");
        }

        if (input.EndsOn < input.StartsOn)
        {
            check.Add("Must not lie before the day on which it starts.", "endsOn");
        }

        act.Because(input.Reason);
        check.ThrowIfAny();
    }
}
