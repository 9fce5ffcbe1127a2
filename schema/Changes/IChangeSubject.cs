using R2P.Documents;

namespace R2P.Schema.Changes;

/// <summary>What changes are told of beside documents and reviews: rows that others follow. Each feature registers its own.</summary>
public interface IChangeSubject
{
    /// <summary>The rows that the viewer may see now: of no others anything is told.</summary>
    IQueryable<Guid> VisibleIds(DocumentContext db);
}
