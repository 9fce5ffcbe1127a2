using R2P.GraphQL;
using R2P.GraphQL.Errors;

namespace R2P.Schema.Catalogue;

/// <summary>The way into the catalogue.</summary>
[QueryType]
public static class CatalogueQueries
{
    /// <summary>The reference data that documents point to. The same for everyone, signed in or not.</summary>
    public static Catalogue GetCatalogue(Catalogue catalogue) => catalogue;
}

/// <summary>The fields of the catalogue that take arguments.</summary>
[ObjectType<Catalogue>]
public static class CatalogueFields
{
    /// <summary>One framework; null if the catalogue does not have it in that version.</summary>
    /// <param name="code">The framework's code, such as <c>UN_FRAMEWORK_2014</c>.</param>
    /// <param name="version">The version, such as <c>2014</c>.</param>
    public static Framework? GetFramework([Parent] Catalogue catalogue, string code, string version) =>
        catalogue.FindFramework(code, version);

    /// <summary>How the factors of one framework correspond to those of another; null if the catalogue has not compared the two.</summary>
    /// <param name="from">The framework's code that you have, such as <c>SG_RISK_FACTORS_2013</c>.</param>
    /// <param name="to">The framework's code that you want, such as <c>UN_FRAMEWORK_2014</c>.</param>
    public static Crosswalk? GetCrosswalk([Parent] Catalogue catalogue, string from, string to) => catalogue.FindCrosswalk(from, to);

    /// <summary>The Member States and observer States of the United Nations, by code.</summary>
    /// <param name="region">Only those in this region of UN M49, of any level, such as <c>AFRICA</c> or <c>WESTERN_AFRICA</c>.</param>
    /// <param name="unRegionalGroup">Only those of this regional group in the United Nations.</param>
    [ListSize(AssumedSize = 195)]
    public static IReadOnlyList<Country> GetCountries(
        [Parent] Catalogue catalogue, string? region = null, UnRegionalGroup? unRegionalGroup = null)
    {
        if (region is not null && !catalogue.Is(region, CodeKind.Region))
        {
            throw Unknown($"region of UN M49 \"{region}\"", catalogue.Suggest(region, CodeKind.Region));
        }

        return [.. catalogue.AllCountries.Where(country =>
            (region is null || country.LiesIn(region))
            && (unRegionalGroup is null || country.UnRegionalGroup == unRegionalGroup))];
    }

    /// <summary>One country.</summary>
    /// <param name="code">Its ISO 3166-1 alpha-3 code.</param>
    public static Country? GetCountry([Parent] Catalogue catalogue, CountryCode code) => catalogue.FindCountry(code.Value);

    /// <summary>One list of codes.</summary>
    /// <param name="name">The list's name, such as <c>priorities2015</c>; <c>codeLists</c> tells them all.</param>
    public static CodeList GetCodeList([Parent] Catalogue catalogue, string name) =>
        catalogue.CodeLists.FirstOrDefault(list => list.Name == name)
        ?? throw Unknown($"code list \"{name}\"", CodeSuggestions.ForList(name, catalogue.CodeLists));

    /// <summary>The entry of any code; null for a code that the catalogue does not know.</summary>
    /// <param name="code">The code, such as a document's tag.</param>
    public static ICatalogueEntry? GetCode([Parent] Catalogue catalogue, string code) => catalogue.FindCode(code);

    private static GraphQLException Unknown(string what, string suggestion) =>
        new($"Unknown {what}.{suggestion}", ErrorCodes.BadUserInput);
}

/// <summary>A framework's field that takes an argument.</summary>
[ObjectType<Framework>]
public static class FrameworkFields
{
    /// <summary>One risk factor; null if the framework does not have it.</summary>
    /// <param name="code">The factor's code, such as <c>RF_01</c>.</param>
    public static RiskFactor? GetFactor([Parent] Framework framework, string code) =>
        framework.Factors.FirstOrDefault(factor => factor.Code == code);
}

/// <summary>What a country belongs to.</summary>
[ObjectType<Country>]
public static class CountryFields
{
    /// <summary>The regional organizations of which the country is a member, where the membership is recorded.</summary>
    public static IReadOnlyList<RegionalOrganizationEntry> GetRegionalOrganizations([Parent] Country country, Catalogue catalogue) =>
        [.. catalogue.OrganizationsOf(country.Code)];
}

/// <summary>Who belongs to an organization.</summary>
[ObjectType<RegionalOrganizationEntry>]
public static class RegionalOrganizationFields
{
    /// <summary>Its member States; null where they are not recorded.</summary>
    public static IReadOnlyList<Country>? GetMembers([Parent] RegionalOrganizationEntry organization, Catalogue catalogue) =>
        organization.MemberCodes is { } codes ? [.. codes.Select(code => catalogue.FindCountry(code)!)] : null;
}
