using GraphQL;
using GraphQL.Types;
using R2P.Bench.Service.Bare;
using R2P.GraphQL;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>An object that has an id of its own.</summary>
internal sealed class NodeType : InterfaceGraphType
{
    public NodeType()
    {
        Name = "Node";
        Field<NonNullGraphType<IdGraphType>>("id");
    }
}

/// <summary>A page of a list.</summary>
internal sealed class PageType<TNode, TNodeType> : ObjectGraphType<Page<TNode>>
    where TNode : class
    where TNodeType : IGraphType
{
    public PageType()
    {
        Name = $"{typeof(TNode).Name}Page";
        Field("nodes", page => page.Nodes, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<TNodeType>>>));
    }
}

/// <summary>An assessment.</summary>
internal sealed class AssessmentType : ObjectGraphType<Assessment>
{
    public AssessmentType()
    {
        Name = "Assessment";
        Interface<NodeType>();
        Field<NonNullGraphType<IdGraphType>, string>("id").Resolve(context => new NodeId("Assessment", context.Source.Id).ToString());
        Field("title", assessment => assessment.Title);
        Field("country", assessment => assessment.Country, nullable: true);
        Field("ratings", assessment => assessment.Ratings, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<RatingType>>>));
        Field<NonNullGraphType<PageType<Comment, CommentType>>>("comments")
            .Argument<NonNullGraphType<IntGraphType>>("first")
            .Resolve(context => context.RequestServices!.GetRequiredService<CommentsLoader>()
                .Load(context.Source.Id, context.GetArgument<int>("first")));
    }
}

/// <summary>What was found about one risk factor.</summary>
internal sealed class RatingType : ObjectGraphType<Rating>
{
    public RatingType()
    {
        Name = "Rating";
        Field("factor", rating => rating.Factor);
        Field("finding", rating => rating.Finding);
        Field("trend", rating => rating.Trend);
        Field("confidence", rating => rating.Confidence);
    }
}

/// <summary>A comment.</summary>
internal sealed class CommentType : ObjectGraphType<Comment>
{
    public CommentType()
    {
        Name = "Comment";
        Field("text", comment => comment.Text);
    }
}
