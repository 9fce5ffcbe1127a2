using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Sharing;

/// <summary>A row that has an audience of its own and is no document. It belongs to an office, counts its versions, and its past is kept.</summary>
public abstract class SharedRow : DocumentEnvelope, IHasAudience, IRestricted
{
    /// <summary>The global id.</summary>
    [ID]
    public override Guid Id { get; set; }

    [GraphQLIgnore]
    public override Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public override string[] Readers { get; set; } = [];

    /// <summary>Counts every accepted change, from 1. A change has to name the version that it saw.</summary>
    public override int Version { get; set; }

    /// <summary>The language of the text (BCP 47).</summary>
    public override required string Language { get; set; }

    /// <summary>When it was recorded.</summary>
    [Filterable, Sortable]
    public override DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public override DateTimeOffset UpdatedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? PublishedAt { get; set; }

    [GraphQLIgnore]
    public override DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>With whom it is shared.</summary>
    public required Audience Audience { get; set; }

    /// <summary>Whether it is shared by name, or with a handling rule: the database tells, and each reading of it is recorded.</summary>
    [GraphQLIgnore]
    public bool IsRestricted { get; private set; }
}

/// <summary>What the tables of such rows have in common.</summary>
public static class SharedRowMapping
{
    /// <summary>Maps what every such row has.</summary>
    public static EntityTypeBuilder<T> HasSharedRow<T>(this EntityTypeBuilder<T> row)
        where T : SharedRow
    {
        row.Property(r => r.IsRestricted).ValueGeneratedOnAddOrUpdate();
        row.ComplexProperty(r => r.Audience, audience => audience.ToJson());
        return row;
    }
}
