using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>From inputs to a practice's content.</summary>
internal static class PracticeContent
{
    public static async Task<Practice> CreateAsync(Act act, ViewerAppointment author, ProposePracticeInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = author.OfficeId,
        Readers = ReaderRules.OfDraft(author.OfficeId),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Proposed,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Country = input.Country ?? (input.Origin == PracticeOrigin.Community ? null : await Publication.StateOfAsync(act, author.OfficeId)),
        PolicyOption = input.PolicyOption,
        Pillar = input.Pillar,
        Inhibitor = input.Inhibitor,
        Tools = [.. input.Tools ?? []],
        Year = input.Year,
        AsOf = input.AsOf,
        Outcome = input.Outcome,
        Origin = input.Origin,
        AdaptedFromId = input.AdaptedFrom,
        Body = new PracticeBody
        {
            Context = input.Context,
            WhatWasDone = input.WhatWasDone,
            Results = input.Results,
            Limits = input.Limits,
            HowToAdapt = input.HowToAdapt,
            Aims = input.Aims,
            Safeguards = input.Safeguards,
            Partners = Partners(input.Partners ?? []),
            Source = Source(input.Source),
        },
    };

    public static void Apply(Practice practice, RevisePracticeInput input)
    {
        var body = practice.Body;
        practice.Title = input.Title ?? practice.Title;
        practice.Summary = input.Summary.HasValue ? input.Summary.Value : practice.Summary;
        practice.Tags = input.Tags is null ? practice.Tags : [.. input.Tags];
        practice.PolicyOption = input.PolicyOption ?? practice.PolicyOption;
        practice.Pillar = input.Pillar ?? practice.Pillar;
        practice.Inhibitor = input.Inhibitor.HasValue ? input.Inhibitor.Value : practice.Inhibitor;
        practice.Tools = input.Tools is null ? practice.Tools : [.. input.Tools];
        practice.Year = input.Year.HasValue ? input.Year.Value : practice.Year;
        practice.AsOf = input.AsOf.HasValue ? input.AsOf.Value : practice.AsOf;
        practice.Outcome = input.Outcome.HasValue ? input.Outcome.Value : practice.Outcome;
        practice.Body = new PracticeBody
        {
            Context = input.Context.HasValue ? input.Context.Value : body.Context,
            WhatWasDone = input.WhatWasDone ?? body.WhatWasDone,
            Results = input.Results.HasValue ? input.Results.Value : body.Results,
            Limits = input.Limits.HasValue ? input.Limits.Value : body.Limits,
            HowToAdapt = input.HowToAdapt.HasValue ? input.HowToAdapt.Value : body.HowToAdapt,
            Aims = input.Aims.HasValue ? input.Aims.Value : body.Aims,
            Safeguards = input.Safeguards.HasValue ? input.Safeguards.Value : body.Safeguards,
            ResultNotes = body.ResultNotes,
            Partners = input.Partners is null ? body.Partners : Partners(input.Partners),
            Source = input.Source.HasValue ? Source(input.Source.Value) : body.Source,
        };
    }

    public static void Note(Act act, Practice practice, NoteResultInput input)
    {
        var body = practice.Body;
        practice.Outcome = input.Outcome;
        practice.Body = new PracticeBody
        {
            Context = body.Context,
            WhatWasDone = body.WhatWasDone,
            Results = body.Results,
            Limits = body.Limits,
            HowToAdapt = body.HowToAdapt,
            Aims = body.Aims,
            Safeguards = body.Safeguards,
            ResultNotes =
            [
                .. body.ResultNotes,
                new ResultNote { Aim = input.Aim, Finding = input.Finding, Outcome = input.Outcome, NotedOn = act.Today },
            ],
            Partners = body.Partners,
            Source = body.Source,
        };
    }

    private static List<PracticePartner> Partners(IReadOnlyList<PracticePartnerInput> partners) =>
        [.. partners.Select(partner => new PracticePartner { Kind = partner.Kind, Name = partner.Name, ConsentedOn = partner.ConsentedOn })];

    private static PracticeSource? Source(PracticeSourceInput? source) =>
        source is null ? null : new PracticeSource { Document = source.Document, At = source.At };
}
