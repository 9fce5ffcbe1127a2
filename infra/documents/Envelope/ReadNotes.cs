using Microsoft.EntityFrameworkCore.Diagnostics;

namespace R2P.Documents;

/// <summary>Has every row that EF Core makes noted, if its being read is worth a record.</summary>
internal sealed class ReadNotes : IMaterializationInterceptor
{
    public static ReadNotes Instance { get; } = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (entity is IRestricted restricted)
        {
            ((DocumentContext)materializationData.Context).NoteRead(restricted);
        }

        return entity;
    }
}
