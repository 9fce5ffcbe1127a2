namespace R2P.Schema.Tests;

public sealed class CrosswalkTests
{
    private static readonly Catalogue.Catalogue Known = Catalogue.Catalogue.BuiltIn;

    [Fact]
    public void Each_factor_of_2013_leads_to_those_of_2014_that_the_factor_itself_names()
    {
        var crosswalk = Known.FindCrosswalk("SG_RISK_FACTORS_2013", "UN_FRAMEWORK_2014")!;

        Assert.Empty(crosswalk.WithoutCounterpart);
        Assert.All(
            crosswalk.From.Factors,
            factor => Assert.Equal(factor.NearestIn2014, crosswalk.Links.Where(link => link.From == factor).Select(link => link.To.Code)));
    }

    [Fact]
    public void From_2014_the_same_links_lead_back_to_2013()
    {
        var there = Known.FindCrosswalk("SG_RISK_FACTORS_2013", "UN_FRAMEWORK_2014")!.Links.Select(link => (link.From.Code, link.To.Code));
        var back = Known.FindCrosswalk("UN_FRAMEWORK_2014", "SG_RISK_FACTORS_2013")!.Links.Select(link => (link.To.Code, link.From.Code));

        Assert.Equal(there.Order(), back.Order());
    }

    [Theory]
    [InlineData("UN_FRAMEWORK_2014", "UN_FRAMEWORK_2014")]
    [InlineData("UN_FRAMEWORK_2014", "NO_FRAMEWORK")]
    public void Frameworks_that_nobody_has_compared_have_no_crosswalk(string from, string to) => Assert.Null(Known.FindCrosswalk(from, to));
}
