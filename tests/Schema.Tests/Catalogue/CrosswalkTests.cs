namespace R2P.Schema.Tests;

public sealed class CrosswalkTests
{
    private static readonly Catalogue.Catalogue Known = Catalogue.Catalogue.BuiltIn;

    [Fact]
    public void Says_of_each_factor_of_2013_what_the_factor_itself_says()
    {
        var crosswalk = Known.FindCrosswalk("SG_RISK_FACTORS_2013", "UN_FRAMEWORK_2014")!;

        Assert.Empty(crosswalk.WithoutCounterpart);
        Assert.All(
            crosswalk.From.Factors,
            factor => Assert.Equal(factor.NearestIn2014, crosswalk.Links.Where(link => link.From == factor).Select(link => link.To.Code)));
    }

    [Fact]
    public void Leads_back_by_the_same_links()
    {
        var there = Known.FindCrosswalk("SG_RISK_FACTORS_2013", "UN_FRAMEWORK_2014")!.Links.Select(link => (link.From.Code, link.To.Code));
        var back = Known.FindCrosswalk("UN_FRAMEWORK_2014", "SG_RISK_FACTORS_2013")!.Links.Select(link => (link.To.Code, link.From.Code));

        Assert.Equal(there.Order(), back.Order());
    }

    [Theory]
    [InlineData("UN_FRAMEWORK_2014", "UN_FRAMEWORK_2014")]
    [InlineData("UN_FRAMEWORK_2014", "NO_FRAMEWORK")]
    public void Knows_no_other(string from, string to) => Assert.Null(Known.FindCrosswalk(from, to));
}
