using R2P.GraphQL.Errors;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Search;

/// <summary>From countries to the regions and organizations that they belong to, and back.</summary>
internal static class SearchPlaces
{
    /// <summary>The countries that are named, and those of the regions that are.</summary>
    /// <exception cref="GraphQLException">A region is none.</exception>
    public static string[] Countries(Catalogue.Catalogue catalogue, IEnumerable<CountryCode> countries, IEnumerable<string> regions) =>
        [.. countries.Select(country => country.Value).Concat(regions.SelectMany(region => CountriesOf(catalogue, region))).Distinct()];

    /// <summary>How many documents have to do with each region of UN M49, by name.</summary>
    public static IReadOnlyList<CodeFacet> ByRegion(Catalogue.Catalogue catalogue, IReadOnlyList<CountriesFacet> counted) =>
        Count(catalogue.Regions, counted, (region, country) => catalogue.FindCountry(country)?.LiesIn(region.Code) ?? false);

    /// <summary>How many documents have to do with the member States of each regional organization, by name.</summary>
    public static IReadOnlyList<CodeFacet> ByOrganization(Catalogue.Catalogue catalogue, IReadOnlyList<CountriesFacet> counted) =>
        Count(catalogue.RegionalOrganizations, counted, (organization, country) => organization.MemberCodes?.Contains(country) ?? false);

    private static IReadOnlyList<CodeFacet> Count<T>(
        IEnumerable<T> places, IReadOnlyList<CountriesFacet> counted, Func<T, string, bool> holds)
        where T : ICatalogueEntry =>
    [
        .. from place in places
           let count = counted.Where(one => one.Countries.Any(country => holds(place, country))).Sum(one => one.Count)
           where count > 0
           orderby place.Name
           select new CodeFacet(place.Code, place.Name, count),
    ];

    private static IEnumerable<string> CountriesOf(Catalogue.Catalogue catalogue, string region)
    {
        if (catalogue.Is(region, CodeKind.Region))
        {
            return catalogue.AllCountries.Where(country => country.LiesIn(region)).Select(country => country.Code);
        }

        return catalogue.Find(region, CodeKind.Organization) is RegionalOrganizationEntry organization
            ? organization.MemberCodes ?? []
            : throw new GraphQLException(
                $"Argument \"regions\" names \"{region}\", which is neither a region of UN M49 nor a regional organization."
                + catalogue.Suggest(region, CodeKind.Region),
                ErrorCodes.BadUserInput);
    }
}

/// <summary>How many documents are about exactly these countries.</summary>
internal sealed record CountriesFacet(string[] Countries, int Count);
