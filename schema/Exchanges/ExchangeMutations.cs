using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>The acts of an exchange's life.</summary>
[MutationType]
public static class ExchangeMutations
{
    /// <summary>
    /// Opens a workspace with other offices. They see its title and purpose at once, and what is sent to them. A State's contributors open one among the
    /// offices of their State.
    /// </summary>
    [Authorize]
    public static async Task<ExchangePayload> OpenExchange(OpenExchangeInput input, ActRunner acts, ExchangeRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var opener = act.MustActAs(input.Office, "open an exchange", [.. ExchangeLife.WhoSpeak, Role.NationalContributor]);
            var exchange = Create(act, opener.OfficeId, input);
            await rules.CheckAsync(act, exchange, input.With);
            ExchangeDoors.Admit(exchange, input.With);
            act.MustTakePart(exchange, opener.OfficeId, "open an exchange with these offices", await act.WhoSpeakInAsync(exchange));
            act.Context.Add(exchange);
            act.Context.AddRange(ExchangeDoors.Seats(act, exchange, [opener.OfficeId, .. input.With], opener.OfficeId));
            act.Tell(ChangeType.ExchangeOpened, exchange);
            return exchange.Id;
        }));

    /// <summary>Asks further offices into an exchange. What was sent before stays closed to them, unless it is sent again.</summary>
    [Authorize]
    public static async Task<ExchangePayload> InviteToExchange(InviteToExchangeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(new ExchangeStep(input.Id, input.Version, input.Reason), DocumentAct.Contribute);
            var host = act.MustTakePart(exchange, input.Office, "invite to this exchange", Roles.WhoDecide);
            var check = new InputCheck();
            await ExchangeRules.CheckNewcomersAsync(act, check, input.Offices, exchange.ParticipantIds, "offices");
            check.ThrowIfAny();
            ExchangeDoors.Admit(exchange, input.Offices);
            await ExchangeDoors.SeatAsync(act, exchange, input.Offices, host);
            act.Tell(ChangeType.ExchangeJoined, exchange, ReaderRules.OfOffices(exchange.ParticipantIds));
            return exchange.Id;
        }));

    /// <summary>Leaves an exchange. Your office keeps the version of its time and what was written to it, and is told nothing more.</summary>
    [Authorize]
    public static async Task<ExchangePayload> LeaveExchange(LeaveExchangeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(new ExchangeStep(input.Id, input.Version, input.Reason), DocumentAct.Contribute);
            var office = act.MustTakePart(exchange, input.Office, "leave this exchange", await act.WhoSpeakInAsync(exchange));
            var staying = await ExchangeDoors.LeaveAsync(act, exchange, office);
            act.Tell(ChangeType.ExchangeLeft, exchange, ReaderRules.OfOffices(staying));
            return exchange.Id;
        }));

    /// <summary>Closes an exchange. While a reply is outstanding that takes a reason.</summary>
    [Authorize]
    public static async Task<ExchangePayload> CloseExchange(CloseExchangeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(new ExchangeStep(input.Id, input.Version, input.Reason), DocumentAct.Close);
            if (string.IsNullOrWhiteSpace(input.Reason)
                && await act.Context.ExpectedReplies().AnyAsync(reply => reply.ExchangeId == exchange.Id, act.Cancellation))
            {
                throw Refuse.Invalid("A reply is outstanding: say why it is closed all the same.", "input", "reason");
            }

            act.Tell(ChangeType.ExchangeClosed, exchange);
            return exchange.Id;
        }));

    /// <summary>Adds a task for an office of the exchange. Whoever takes part now reads it.</summary>
    [Authorize]
    public static async Task<ExchangeTaskPayload> AddTask(AddTaskInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(input.ExchangeId, "input", "exchangeId");
            var office = act.MustTakePart(exchange, input.Office, "add a task to this exchange", await act.WhoSpeakInAsync(exchange));
            exchange.MustBeOpen(act.Name);
            var check = new InputCheck();
            ExchangeRules.Check(act, check, input, exchange);
            check.ThrowIfAny();
            var task = new ExchangeTask
            {
                Id = act.NewId(),
                ExchangeId = exchange.Id,
                OfficeId = input.ForOffice ?? office,
                AddedById = office,
                Text = input.Text,
                DueOn = input.DueOn,
                CreatedAt = act.Now,
                Readers = ReaderRules.OfOffices(exchange.ParticipantIds),
            };
            act.Context.Add(task);
            act.TellUnchanged(ChangeType.TaskAdded, exchange, task.Readers);
            return task.Id;
        }));

    /// <summary>Says that a task was done: the office that has it says so, or the one that added it.</summary>
    [Authorize]
    public static async Task<ExchangeTaskPayload> CompleteTask(CompleteTaskInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.OptionalText(input.Result, 4_000, "result");
            check.ThrowIfAny();
            var tasks = act.Context.Readable<ExchangeTask>().Where(task => task.Id == input.Id);
            var of = await tasks.Select(task => (Guid?)task.ExchangeId).SingleOrDefaultAsync(act.Cancellation)
                ?? throw Refuse.NotFound("task", "input", "id");
            var exchange = await act.EnterExchangeAsync(of, "input", "id");
            var found = await tasks.SingleAsync(act.Cancellation);
            Guid[] concerned = [.. exchange.ParticipantIds.Where(present => present == found.OfficeId || present == found.AddedById)];
            if (!act.Viewer.Appointments.Any(held => Roles.WhoDraft.Contains(held.Role) && concerned.Contains(held.OfficeId)))
            {
                throw Refuse.NotAllowed("complete this task");
            }

            exchange.MustBeOpen(act.Name);
            if (found.DoneAt is { } done)
            {
                throw Refuse.Invalid($"It was done already, on {done:yyyy-MM-dd}.", "input", "id");
            }

            found.DoneAt = act.Now;
            found.Result = input.Result;
            act.TellUnchanged(ChangeType.TaskCompleted, exchange, found.Readers);
            return found.Id;
        }));

    /// <summary>Records a partnership that came of an exchange, or changes the record.</summary>
    [Authorize]
    public static async Task<PartnershipPayload> RecordPartnership(RecordPartnershipInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var exchange = await act.EnterExchangeAsync(input.ExchangeId, "input", "exchangeId");
            var office = act.MustTakePart(exchange, input.Office, "record a partnership in this exchange", Roles.WhoDecide);
            exchange.MustBeOpen(act.Name);
            var partnership = await FindAsync(act, exchange, input);
            ExchangeRules.Check(act, input, [.. exchange.ParticipantIds, .. partnership?.PartyIds ?? []], office);
            if (partnership is null)
            {
                partnership = new Partnership { Id = act.NewId(), ExchangeId = exchange.Id, OwnerId = office, Language = exchange.Language, Aim = input.Aim };
                act.Context.Add(partnership);
            }

            Fill(partnership, input, office);
            act.TellUnchanged(ChangeType.PartnershipRecorded, exchange, partnership.Readers);
            return partnership.Id;
        }));

    private static Exchange Create(Act act, Guid office, OpenExchangeInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        ParticipantIds = [office],
        Readers = ReaderRules.OfDraft(office),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Open,
        PublishedAt = act.Now,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Countries = [.. (input.Countries ?? []).Distinct()],
        Body = new ExchangeBody { Purpose = input.Purpose },
    };

    /// <summary>The record that is changed; null if it is a new one.</summary>
    private static async Task<Partnership?> FindAsync(Act act, Exchange exchange, RecordPartnershipInput input)
    {
        if (input.Id is not { } id)
        {
            return null;
        }

        var found = await act.LoadAsync<Partnership>(id, input.Version ?? 0);
        return found.ExchangeId == exchange.Id ? found : throw Refuse.NotFound("partnership", "input", "id");
    }

    /// <summary>The parties are the readers. If the office that has had the record is none any more, it goes to who records this.</summary>
    private static void Fill(Partnership partnership, RecordPartnershipInput input, Guid recorder)
    {
        partnership.PartyIds = [.. input.Parties.Distinct()];
        partnership.OwnerId = partnership.PartyIds.Contains(partnership.OwnerId) ? partnership.OwnerId : recorder;
        partnership.Readers = ReaderRules.OfOffices(partnership.PartyIds);
        partnership.Aim = input.Aim;
        partnership.Activities = [.. input.Activities ?? []];
        partnership.StartsOn = input.StartsOn;
        partnership.EndsOn = input.EndsOn;
        partnership.Results = input.Results;
    }
}

/// <summary>What an act on an exchange came to.</summary>
public sealed class ExchangePayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a task came to.</summary>
public sealed class ExchangeTaskPayload(ActResult result) : ActPayload(result);

/// <summary>What an act on a partnership came to.</summary>
public sealed class PartnershipPayload(ActResult result) : ActPayload(result);
