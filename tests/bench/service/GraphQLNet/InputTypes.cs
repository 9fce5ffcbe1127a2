using GraphQL.Types;
using R2P.Bench.Service.Bare;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>Which assessments.</summary>
internal sealed class AssessmentFilterType : InputObjectGraphType<AssessmentFilter>
{
    public AssessmentFilterType()
    {
        Name = "AssessmentFilter";
        Field("country", filter => filter.Country, type: typeof(NonNullGraphType<CountryFilterType>));
    }
}

/// <summary>Which countries.</summary>
internal sealed class CountryFilterType : InputObjectGraphType<CountryFilter>
{
    public CountryFilterType()
    {
        Name = "CountryFilter";
        Field("in", filter => filter.In, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>));
    }
}
