using R2P.Schema.Catalogue;

namespace R2P.Schema.Tests;

public sealed class CatalogueTests
{
    private static readonly Catalogue.Catalogue Known = Catalogue.Catalogue.BuiltIn;

    [Fact]
    public void Holds_what_its_sources_hold()
    {
        Assert.Equal(195, Known.AllCountries.Count);
        Assert.Equal(193, Known.AllCountries.Count(country => country.UnStatus == UnStatus.MemberState));
        Assert.Equal(31, Known.RegionalOrganizations.Count);
        Assert.Equal(14, Known.Networks.Count);
        Assert.Equal(17, Known.UnEntities.Count);
        Assert.Equal(69, Known.LegalInstruments.Count);
        Assert.Equal(32, Known.PeerReviewMechanisms.Count);
        Assert.Equal(7, Known.Inhibitors.Count);
        Assert.Equal(15, Known.Triggers.Count);
        Assert.Equal(16, Known.PolicyOptions.Count);
        Assert.Equal(47, Known.PolicyOptions.Sum(option => option.Examples.Count));
        Assert.Equal(["PILLAR_I", "PILLAR_II", "PILLAR_III"], Known.Pillars.Select(pillar => pillar.Code));
    }

    [Fact]
    public void Has_the_framework_of_2014_with_its_fourteen_factors_and_their_indicators()
    {
        var framework = Known.FindFramework("UN_FRAMEWORK_2014", "2014")!;

        Assert.Equal(Enumerable.Range(1, 14), framework.Factors.Select(factor => factor.Number));
        Assert.Equal(8, framework.Factors.Count(factor => factor.Kind == FactorKind.Common));
        Assert.Equal(133, framework.Factors.Sum(factor => factor.Indicators!.Count));
        Assert.Equal(39, framework.Factors.Sum(factor => factor.Indicators!.Count(indicator => indicator.Verified)));
        Assert.Equal(10, framework.Factors.Count(factor => factor.TitleVerified));
        Assert.Equal("Armed conflict, international or internal", framework.Factors[0].Indicators![0].Name);
        Assert.Equal(["GENOCIDE", "CRIMES_AGAINST_HUMANITY", "WAR_CRIMES"], framework.Factors[0].Crimes);
        Assert.Equal(FactorTiming.StructuralOrDynamic, framework.Factors[0].Timing);
    }

    [Fact]
    public void Has_the_six_factors_of_2013_with_their_nearest_of_2014()
    {
        var framework = Known.FindFramework("SG_RISK_FACTORS_2013", "2013")!;

        Assert.Equal(6, framework.Factors.Count);
        Assert.Equal(["RF_09", "RF_02"], framework.Factors[0].NearestIn2014);
        Assert.Null(framework.Factors[0].Indicators);
    }

    [Theory]
    [InlineData("UN_FRAMEWORK_2014", "2013")]
    [InlineData("RF_01", "2014")]
    [InlineData("", "")]
    public void Finds_no_framework_in_a_version_that_it_does_not_have(string code, string version) =>
        Assert.Null(Known.FindFramework(code, version));

    [Fact]
    public void Tells_the_factors_of_one_framework_from_those_of_another()
    {
        Assert.True(Known.IsFactor("UN_FRAMEWORK_2014", "RF_14"));
        Assert.False(Known.IsFactor("UN_FRAMEWORK_2014", "RF_15"));
        Assert.False(Known.IsFactor("SG_RISK_FACTORS_2013", "RF_14"));
        Assert.False(Known.IsFactor("NO_FRAMEWORK", "RF_14"));
        Assert.True(Known.IsFactor("SG_RISK_FACTORS_2013", "MOTIVATION_OF_ACTORS"));
    }

    [Fact]
    public void Tells_the_indicators_of_one_factor_from_those_of_another()
    {
        Assert.True(Known.IsIndicator("UN_FRAMEWORK_2014", "RF_01", "IND_01_11"));
        Assert.False(Known.IsIndicator("UN_FRAMEWORK_2014", "RF_02", "IND_01_11"));
        Assert.False(Known.IsIndicator("SG_RISK_FACTORS_2013", "MOTIVATION_OF_ACTORS", "IND_01_11"));
    }

    public static TheoryData<string, string> CodesAndTheirKinds => new()
    {
        { "KEN", nameof(CodeKind.Country) },
        { "AU", nameof(CodeKind.Organization) },
        { "GLOBAL_NETWORK_R2P_FOCAL_POINTS", nameof(CodeKind.Network) },
        { "PILLAR_II", nameof(CodeKind.Pillar) },
        { "STAGE_3_IMMINENT_RISK", nameof(CodeKind.Stage) },
        { "SECURITY_SECTOR", nameof(CodeKind.Inhibitor) },
        { "ELECTIONS", nameof(CodeKind.Trigger) },
        { "POL_ELECTORAL_PROCESSES", nameof(CodeKind.PolicyOption) },
        { "SRC_COMMISSION_OF_INQUIRY", nameof(CodeKind.InformationSource) },
        { "TOOL_FACT_FINDING", nameof(CodeKind.Tool) },
        { "WESTERN_AFRICA", nameof(CodeKind.Region) },
        { "UN_FRAMEWORK_2014", nameof(CodeKind.Framework) },
        { "RF_01", nameof(CodeKind.Factor) },
        { "IND_01_01", nameof(CodeKind.Indicator) },
    };

    [Theory]
    [MemberData(nameof(CodesAndTheirKinds))]
    public void Knows_what_a_code_stands_for_and_that_it_stands_for_nothing_else(string code, string kind)
    {
        Assert.True(Known.IsCode(code));
        Assert.Equal(
            [nameof(CodeKind.Any), kind], Enum.GetValues<CodeKind>().Where(any => Known.Is(code, any)).Select(any => any.ToString()));
    }

    [Theory]
    [InlineData("ken")]
    [InlineData("Kenya")]
    [InlineData("ESH")]
    [InlineData("")]
    public void Does_not_know_other_codes(string code)
    {
        Assert.False(Known.IsCode(code));
        Assert.False(Known.IsCountry(code));
        Assert.Null(Known.FindCode(code));
    }

    [Theory]
    [InlineData("GENOCIDE", "Genocide")]
    [InlineData("MEDIATION_EXPERTISE", "Mediation and dispute resolution expertise")]
    [InlineData("DENYING_MEANS", "Denying the means to commit atrocities")]
    [InlineData("UN_SC", "Security Council")]
    [InlineData("CALL2015_1_STRATEGY", "Make prevention a national priority with a strategy")]
    [InlineData("SOUTH_EASTERN_ASIA", "South-eastern Asia")]
    public void Finds_the_entry_of_a_code_however_deep_it_lies(string code, string name) =>
        Assert.Equal(name, Known.FindCode(code)!.Name);

    [Fact]
    public void Knows_every_code_to_which_its_entries_point()
    {
        var documents = Known.ReferenceDocuments.Select(document => document.Code).ToHashSet();
        var pointers = new[]
        {
            Known.RegionalOrganizations.SelectMany(organization => organization.MemberCodes ?? []),
            Known.Networks.SelectMany(network => (network.MemberCodes ?? []).Concat(network.Founders ?? []).Concat(network.OrganizingGroup ?? [])),
            Known.PolicyOptions.SelectMany(option => option.Examples),
        };

        Assert.All(pointers.SelectMany(codes => codes), code => Assert.True(Known.IsCountry(code), code));
        Assert.All(Known.LegalInstruments, instrument => Assert.True(Known.IsCode(instrument.Depositary), instrument.Depositary));
        Assert.All(Known.Triggers.SelectMany(trigger => trigger.Source), source => Assert.Contains(source.Document, documents));
        Assert.All(Known.Frameworks.SelectMany(framework => framework.Source), source => Assert.Contains(source.Document, documents));
        Assert.All(Known.AllCountries, country => Assert.True(Known.Is(country.Region, CodeKind.Region)));
    }

    [Fact]
    public void Tells_to_what_a_country_belongs() =>
        Assert.Equal(
            ["AU", "ICGLR", "EAC", "IGAD", "COMESA"], Known.OrganizationsOf("KEN").Select(organization => organization.Code));

    [Theory]
    [InlineData("KEM", CodeKind.Country, " Did you mean \"KEN\", \"KHM\", or \"YEM\"?")]
    [InlineData("KNE", CodeKind.Country, " Did you mean \"KEN\", \"KNA\", or \"MNE\"?")]
    [InlineData("ken", CodeKind.Country, " Did you mean \"KEN\"?")]
    [InlineData("Kenya", CodeKind.Country, " Did you mean \"KEN\"?")]
    [InlineData("KE", CodeKind.Country, " Did you mean \"KEN\"?")]
    [InlineData("QQQ", CodeKind.Country, "")]
    [InlineData("ELECTION", CodeKind.Trigger, " Did you mean \"ELECTIONS\"?")]
    [InlineData("SECURITY_SECTR", CodeKind.Inhibitor, " Did you mean \"SECURITY_SECTOR\"?")]
    [InlineData("African Union", CodeKind.Organization, " Did you mean \"AU\"?")]
    [InlineData("xyzzy plugh", CodeKind.Any, "")]
    public void Suggests_what_may_have_been_meant(string code, CodeKind kind, string sentence) =>
        Assert.Equal(sentence, Known.Suggest(code, kind));
}
