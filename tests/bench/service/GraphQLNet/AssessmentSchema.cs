using GraphQL;
using GraphQL.Types;
using R2P.Bench.Service.Bare;
using R2P.GraphQL;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>The peers' schema, code first: what is read from an object is an expression, which GraphQL.NET compiles.</summary>
internal sealed class AssessmentSchema : global::GraphQL.Types.Schema
{
    public AssessmentSchema(IServiceProvider services, QueryType query)
        : base(services) => Query = query;
}

/// <summary>What can be asked for.</summary>
internal sealed class QueryType : ObjectGraphType
{
    public QueryType()
    {
        Name = "Query";
        Field<NonNullGraphType<PageType<Assessment, AssessmentType>>, Page<Assessment>>("assessments")
            .Argument<NonNullGraphType<IntGraphType>>("first")
            .Argument<NonNullGraphType<AssessmentFilterType>>("where")
            .ResolveAsync(async context => new Page<Assessment>(await ReadsOf(context).NewestAsync(
                [.. context.GetArgument<AssessmentFilter>("where").Country.In], context.GetArgument<int>("first"))));
        Field<NodeType, object>("node")
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .ResolveAsync(async context => NodeId.TryParse(context.GetArgument<string>("id"), out var id)
                ? (await ReadsOf(context).ByIdsAsync([id.Id])).GetValueOrDefault(id.Id)
                : null);
    }

    private static GatheredReads ReadsOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<GatheredReads>();
}
