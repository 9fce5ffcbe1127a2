using R2P.GraphQL.Language;
using R2P.GraphQL.Types.Sdl.Rules;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>
/// What must hold for type system definitions before types can be made of them: names are unique and known (§3.2, §3.3), extensions extend what is
/// there (§3.4.3), directives are applied as they are defined (§3.13).
/// </summary>
internal static class SdlValidator
{
    public static IReadOnlyList<SchemaError> Validate(DocumentNode document)
    {
        var report = new SdlReport(document.Source);
        UniqueNames.Check(document, report);
        KnownTypes.Check(document, report);
        DirectiveUses.Check(document, report);
        return report.Errors;
    }
}
