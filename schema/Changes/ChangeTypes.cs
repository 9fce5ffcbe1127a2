using R2P.Documents;

namespace R2P.Schema.Changes;

/// <summary>The types of changes as the log has them.</summary>
internal static class ChangeTypes
{
    /// <summary>The type of an event that tells former readers that a document is gone for them.</summary>
    public static readonly string Recalled = EnumText.Of(ChangeType.DocumentRecalled);

    /// <summary>The type of an event that tells the owner's office that a document was erased.</summary>
    public static readonly string Erased = EnumText.Of(ChangeType.DocumentErased);

#pragma warning disable RS0030 // Everywhere else a type is named by its value, which the compiler checks.
    /// <summary>An event of this type, to be heard by those who hold one of the tokens: the one place that writes a type as the log keeps it.</summary>
    public static DocumentEvent ToldTo(this ChangeType type, IReadOnlyList<string> readers) => new(EnumText.Of(type), readers);
#pragma warning restore RS0030

    /// <summary>A newer instance on the same database may have written a type that this one does not know.</summary>
    public static ChangeType Parse(string type) => EnumText.TryParse<ChangeType>(type, out var known) ? known : ChangeType.Other;
}
