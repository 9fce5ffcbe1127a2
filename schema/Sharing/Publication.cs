using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>Sharing is an act: audience, handling and readers are set here, in the transaction that publishes or shares, and nowhere else.</summary>
public sealed class Publication(Catalogue.Catalogue catalogue)
{
    /// <summary>Gives a document its audience and the readers that follow from it.</summary>
    /// <exception cref="ActRefusedException">The audience or the handling is not acceptable.</exception>
    public async Task ShareAsync(Act act, SharedDocument document, AudienceInput audience, HandlingInput? handling)
    {
        await CheckAsync(act, audience, handling);
        document.Audience = new Audience
        {
            Kind = audience.Kind,
            Offices = [.. audience.Offices ?? []],
            Persons = [.. audience.Persons ?? []],
            States = [.. audience.States ?? []],
            Organizations = [.. audience.Organizations ?? []],
            Networks = [.. audience.Networks ?? []],
        };
        document.Handling = handling is null
            ? null
            : new Handling { Purpose = handling.Purpose, OnwardSharing = handling.OnwardSharing, ExpiresAt = handling.ExpiresAt };
        document.ExpiresAt = handling?.ExpiresAt;
        document.Readers = ReaderRules.OfPublished(document.OwnerId, await StateOfAsync(act, document.OwnerId), document.Audience);
    }

    /// <summary>The alpha-3 code of the State that an office belongs to; null if its party is no State.</summary>
    public static Task<string?> StateOfAsync(Act act, Guid office) =>
        (from o in act.Context.Set<Office>()
         join p in act.Context.Set<Party>() on o.PartyId equals p.Id
         where o.Id == office && p is State
         select p.Code).SingleOrDefaultAsync(act.Cancellation);

    private async Task CheckAsync(Act act, AudienceInput audience, HandlingInput? handling)
    {
        var check = new InputCheck();
        CheckLists(check, audience);
        CheckCodes(check, audience.States, catalogue.IsCountry, "State", "states");
        CheckCodes(check, audience.Organizations, catalogue.IsOrganization, "organization", "organizations");
        CheckCodes(check, audience.Networks, catalogue.IsNetwork, "network", "networks");
        check.OptionalText(handling?.Purpose, 500, "handling", "purpose");
        if (handling?.ExpiresAt <= act.Now)
        {
            check.Add("Must lie in the future.", "handling", "expiresAt");
        }

        await CheckExistAsync<Office>(act, check, audience.Offices, "office", "offices");
        await CheckExistAsync<Person>(act, check, audience.Persons, "person", "persons");
        check.ThrowIfAny();
    }

    private static void CheckLists(InputCheck check, AudienceInput audience)
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
                check.Add($"Has {count} entries; at most 200 are allowed.", "audience", name);
            }
            else if (count > 0 && !kinds.Contains(audience.Kind))
            {
                check.Add($"Does not go with an audience of the kind {Documents.EnumText.Of(audience.Kind)}.", "audience", name);
            }
        }

        if (lists.Any(list => list.Kinds.Contains(audience.Kind)) && lists.All(list => list.Count == 0))
        {
            check.Add($"An audience of the kind {Documents.EnumText.Of(audience.Kind)} has to name whom it is for.", "audience");
        }
    }

    private static void CheckCodes(InputCheck check, IReadOnlyList<string>? codes, Func<string, bool> known, string what, string name)
    {
        for (var i = 0; i < codes?.Count; i++)
        {
            if (!known(codes[i]))
            {
                check.Add($"Unknown {what} \"{codes[i]}\".", "audience", name, $"{i}");
            }
        }
    }

    private static async Task CheckExistAsync<T>(Act act, InputCheck check, IReadOnlyList<Guid>? ids, string what, string name)
        where T : class, Documents.IReadable, IHasId
    {
        if (ids is not { Count: > 0 })
        {
            return;
        }

        var found = await act.Context.Readable<T>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(act.Cancellation);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!found.Contains(ids[i]))
            {
                check.Add($"There is no such {what}.", "audience", name, $"{i}");
            }
        }
    }
}
