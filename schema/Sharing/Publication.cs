using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>Sharing is an act: audience, handling and readers are set here, in the transaction that publishes or shares, and nowhere else.</summary>
public sealed class Publication(Catalogue.Catalogue catalogue)
{
    /// <summary>Gives a document its audience, its handling, and the readers that follow.</summary>
    /// <exception cref="ActRefusedException">The audience or the handling is not acceptable.</exception>
    public async Task ShareAsync(Act act, SharedDocument document, AudienceInput audience, HandlingInput? handling) =>
        document.Handling = await OpenAsync(act, document, audience, handling);

    /// <summary>The same for documents of one office at once: what is named in the audience is looked up once.</summary>
    /// <exception cref="ActRefusedException">The audience or the handling is not acceptable.</exception>
    public async Task ShareAsync(Act act, Guid owner, IReadOnlyList<SharedDocument> documents, AudienceInput audience, HandlingInput? handling)
    {
        CheckHandling(act, handling);
        await CheckAsync(act.Context, audience, "audience", act.Cancellation);
        var state = await StateOfAsync(act, owner);
        foreach (var document in documents)
        {
            Open(document, state, audience, handling?.ExpiresAt);
            document.Handling = KeptOf(handling);
        }
    }

    /// <summary>Gives a document, or a part of one, its audience and the readers that follow. Answers the handling rule to keep with it.</summary>
    /// <exception cref="ActRefusedException">The audience or the handling is not acceptable.</exception>
    public async Task<Handling?> OpenAsync(Act act, IHasAudience target, AudienceInput audience, HandlingInput? handling)
    {
        CheckHandling(act, handling);
        await OpenAsync(act, target, audience, handling?.ExpiresAt, "audience");
        return KeptOf(handling);
    }

    /// <summary>Gives a document, or a part of one, its audience and the readers that follow.</summary>
    /// <param name="act">The act.</param>
    /// <param name="target">What is shared.</param>
    /// <param name="audience">With whom.</param>
    /// <param name="expiresAt">From then on nobody but the owner's office reads it.</param>
    /// <param name="field">The input field that the audience was given in.</param>
    /// <exception cref="ActRefusedException">The audience is not acceptable.</exception>
    public async Task OpenAsync(Act act, IHasAudience target, AudienceInput audience, DateTimeOffset? expiresAt, string field)
    {
        await CheckAsync(act.Context, audience, field, act.Cancellation);
        Open(target, await StateOfAsync(act, target.OwnerId), audience, expiresAt);
    }

    /// <summary>Opens a draft to the other offices of its owner's State, or to its own office alone again.</summary>
    /// <exception cref="ActRefusedException">The owner is no State.</exception>
    public static async Task OpenDraftAsync(Act act, SharedDocument draft, bool toState)
    {
        if (!toState)
        {
            (draft.Audience, draft.Readers) = (Audience.OwnOffice(), ReaderRules.OfDraft(draft.OwnerId));
            return;
        }

        var state = await StateOfAsync(act, draft.OwnerId)
            ?? throw Refuse.Invalid("Your office is no State's: there are no other offices to open the draft to.", "input", "audience");
        (draft.Audience, draft.Readers) = (new Audience { Kind = AudienceKind.National }, ReaderRules.OfNationalDraft(draft.OwnerId, state));
    }

    /// <summary>Who would be the readers if the owner shared with an audience.</summary>
    /// <exception cref="ActRefusedException">The audience is not acceptable.</exception>
    public async Task<string[]> ReadersWithAsync(DocumentContext db, Guid owner, AudienceInput audience, CancellationToken cancellation)
    {
        await CheckAsync(db, audience, "audience", cancellation);
        return ReaderRules.OfPublished(owner, await StateOfAsync(db, owner, cancellation), FromInput(audience));
    }

    /// <summary>The alpha-3 code of the State that an office belongs to; null if its party is no State.</summary>
    public static Task<string?> StateOfAsync(Act act, Guid office) => StateOfAsync(act.Context, office, act.Cancellation);

    private static Task<string?> StateOfAsync(DocumentContext db, Guid office, CancellationToken cancellation) =>
        (from o in db.Set<Office>()
         join p in db.Set<Party>() on o.PartyId equals p.Id
         where o.Id == office && p is State
         select p.Code).SingleOrDefaultAsync(cancellation);

    private static void Open(IHasAudience target, string? state, AudienceInput audience, DateTimeOffset? expiresAt)
    {
        target.Audience = FromInput(audience);
        target.ExpiresAt = expiresAt;
        target.Readers = ReaderRules.OfPublished(target.OwnerId, state, target.Audience);
    }

    private static Handling? KeptOf(HandlingInput? handling) => handling is null
        ? null
        : new Handling { Purpose = handling.Purpose, OnwardSharing = handling.OnwardSharing, ExpiresAt = handling.ExpiresAt };

    private static Audience FromInput(AudienceInput audience) => new()
    {
        Kind = audience.Kind,
        Offices = [.. audience.Offices ?? []],
        Persons = [.. audience.Persons ?? []],
        States = [.. audience.States ?? []],
        Organizations = [.. audience.Organizations ?? []],
        Networks = [.. audience.Networks ?? []],
    };

    private static void CheckHandling(Act act, HandlingInput? handling)
    {
        var check = new InputCheck();
        check.OptionalText(handling?.Purpose, 500, "handling", "purpose");
        if (handling?.ExpiresAt <= act.Now)
        {
            check.Add("Must lie in the future.", "handling", "expiresAt");
        }

        check.ThrowIfAny();
    }

    private async Task CheckAsync(DocumentContext db, AudienceInput audience, string field, CancellationToken cancellation)
    {
        var check = new InputCheck();
        CheckLists(check, audience, field);
        CheckCodes(check, audience.States, catalogue.IsCountry, "State", field, "states");
        CheckCodes(check, audience.Organizations, code => IsOrganization(code, audience.Kind), "organization", field, "organizations");
        CheckCodes(check, audience.Networks, catalogue.IsNetwork, "network", field, "networks");
        check.AddRange(await FindMissingAsync<Office>(db, audience.Offices, cancellation), "There is no such office.", field, "offices");
        check.AddRange(await FindMissingAsync<Person>(db, audience.Persons, cancellation), "There is no such person.", field, "persons");
        check.ThrowIfAny();
    }

    /// <summary>A body of the United Nations has a desk that can be named, and no region.</summary>
    private bool IsOrganization(string code, AudienceKind kind) =>
        catalogue.IsOrganization(code) || (kind == AudienceKind.Named && catalogue.UnEntities.Any(entity => entity.Code == code));

    private static void CheckLists(InputCheck check, AudienceInput audience, string field)
    {
        var lists = new (string Name, int Count, AudienceKind[] Kinds)[]
        {
            ("offices", audience.Offices?.Count ?? 0, [AudienceKind.Named]),
            ("persons", audience.Persons?.Count ?? 0, [AudienceKind.Named]),
            ("states", audience.States?.Count ?? 0, [AudienceKind.Named]),
            ("organizations", audience.Organizations?.Count ?? 0, [AudienceKind.Named, AudienceKind.Region]),
            ("networks", audience.Networks?.Count ?? 0, [AudienceKind.Network]),
        };
        foreach (var (name, count, kinds) in lists)
        {
            if (count > 200)
            {
                check.Add($"Has {count} entries; at most 200 are allowed.", field, name);
            }
            else if (count > 0 && !kinds.Contains(audience.Kind))
            {
                check.Add($"Does not go with an audience of the kind {EnumText.Of(audience.Kind)}.", field, name);
            }
        }

        if (lists.Any(list => list.Kinds.Contains(audience.Kind)) && lists.All(list => list.Count == 0))
        {
            check.Add($"An audience of the kind {EnumText.Of(audience.Kind)} has to name whom it is for.", field);
        }
    }

    private static void CheckCodes(InputCheck check, IReadOnlyList<string>? codes, Func<string, bool> known, string what, string field, string name)
    {
        for (var i = 0; i < codes?.Count; i++)
        {
            if (!known(codes[i]))
            {
                check.Add($"Unknown {what} \"{codes[i]}\".", field, name, $"{i}");
            }
        }
    }

    /// <summary>The places of the ids that the viewer can't name.</summary>
    private static async Task<IEnumerable<int>> FindMissingAsync<T>(DocumentContext db, IReadOnlyList<Guid>? ids, CancellationToken cancellation)
        where T : class, IReadable, IHasId
    {
        if (ids is not { Count: > 0 })
        {
            return [];
        }

        var found = await db.Readable<T>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation);
        return Enumerable.Range(0, ids.Count).Where(i => !found.Contains(ids[i]));
    }
}
