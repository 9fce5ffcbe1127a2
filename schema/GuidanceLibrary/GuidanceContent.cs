using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>From inputs to the content of guidance and of training records.</summary>
internal static class GuidanceContent
{
    public static Guidance Create(Act act, Guid office, DraftGuidanceInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        Readers = ReaderRules.OfDraft(office),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Draft,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Type = input.Type,
        IssuingBody = input.IssuingBody,
        Edition = input.Edition,
        Level = input.Level,
        ValidFrom = input.ValidFrom,
        ValidTo = input.ValidTo,
        Body = new GuidanceBody { Text = input.Text, Url = input.Url },
    };

    public static void Apply(Guidance guidance, ReviseGuidanceInput input)
    {
        var body = guidance.Body;
        guidance.Title = input.Title ?? guidance.Title;
        guidance.Summary = input.Summary.HasValue ? input.Summary.Value : guidance.Summary;
        guidance.Tags = input.Tags is null ? guidance.Tags : [.. input.Tags];
        guidance.Type = input.Type ?? guidance.Type;
        guidance.IssuingBody = input.IssuingBody ?? guidance.IssuingBody;
        guidance.Edition = input.Edition ?? guidance.Edition;
        guidance.Level = input.Level ?? guidance.Level;
        guidance.ValidFrom = input.ValidFrom.HasValue ? input.ValidFrom.Value : guidance.ValidFrom;
        guidance.ValidTo = input.ValidTo.HasValue ? input.ValidTo.Value : guidance.ValidTo;
        guidance.Body = new GuidanceBody { Text = input.Text ?? body.Text, Url = input.Url.HasValue ? input.Url.Value : body.Url };
    }

    public static Training Create(Act act, Guid office, RecordTrainingInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        Readers = ReaderRules.OfDraft(office),
        Audience = Audience.OwnOffice(),
        Language = input.Language,
        GuidanceId = input.Guidance,
        Title = input.Title,
        DeliveredBy = input.DeliveredBy,
        Institution = input.Institution,
        Level = input.Level,
        Country = input.Country,
        HeldOn = input.HeldOn,
        EndedOn = input.EndedOn,
        Participants = input.Participants,
        Women = input.Women,
        Tags = [.. input.Tags ?? []],
        Note = input.Note,
    };
}
