using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.PeerReviews;

/// <summary>How a comment is signed.</summary>
/// <param name="Text">The signature in words.</param>
/// <param name="Office">The office that signs; null if it is sealed.</param>
/// <param name="Seal">What stands in the office's place among the readers, if it is sealed.</param>
public sealed record Signature(string Text, Guid? Office, Guid? Seal);

/// <summary>Signs comments, openly or as somebody in a region.</summary>
public sealed class Signatures(Catalogue.Catalogue catalogue)
{
    /// <summary>Fewer reviewers of a region than this, and "a focal point in" it would be a name.</summary>
    private const int FewestOfARegion = 2;

    internal async Task<Signature> SignAsync(Act act, PeerReview review, Guid office, SignatureKind kind)
    {
        if (kind == SignatureKind.Office)
        {
            var name = await act.Context.Readable<Office>().Where(o => o.Id == office).Select(o => o.Name).SingleAsync(act.Cancellation);
            return new Signature(name, office, null);
        }

        if (office == review.OwnerId)
        {
            throw Refuse.Invalid("The owner of the document does not comment under a sealed signature.", "input", "signature");
        }

        var region = await SealingRegionAsync(act, review, office);
        var seal = await act.Context.Database.SqlQuery<Guid>($"select r2p.seal_of({office}) as \"Value\"").SingleAsync(act.Cancellation);
        return new Signature($"A focal point in the region {catalogue.FindCode(region)!.Name}", null, seal);
    }

    private async Task<string> SealingRegionAsync(Act act, PeerReview review, Guid office)
    {
        var panel = await (
            from reviewer in act.Context.Readable<Reviewer>()
            where reviewer.ReviewId == review.Id && reviewer.Status == ReviewerStatus.Accepted
            join held in act.Context.Readable<Office>() on reviewer.OfficeId equals held.Id
            join party in act.Context.Readable<Party>() on held.PartyId equals party.Id
            select new { Office = held.Id, Party = party }).ToListAsync(act.Cancellation);
        var region = panel.Where(member => member.Office == office).Select(member => RegionOf(member.Party)).SingleOrDefault()
            ?? throw Refuse.Invalid("Your office does not belong to one region: sign with its name.", "input", "signature");
        return panel.Count(member => RegionOf(member.Party) == region) >= FewestOfARegion
            ? region
            : throw Refuse.Invalid(
                "You are the only accepted reviewer of your region: this signature would name you. Sign with your office, or wait for another.",
                "input",
                "signature");
    }

    private string? RegionOf(Party party)
    {
        var region = party switch
        {
            State => catalogue.FindCountry(party.Code)?.Region,
            RegionalOrganization => catalogue.RegionalOrganizations.FirstOrDefault(known => known.Code == party.Code)?.Region,
            _ => null,
        };
        return region is not null && catalogue.Is(region, Catalogue.CodeKind.Region) ? region : null;
    }
}
