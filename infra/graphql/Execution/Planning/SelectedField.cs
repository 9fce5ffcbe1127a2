using System.Runtime.InteropServices;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>A field as it was selected: within a <c>@defer</c>, or null for the first part of the response.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SelectedField(FieldNode Node, DeferUsage? Usage);

/// <summary>A selection set, and the <c>@defer</c> that its field was selected in.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SelectedSet(SelectionSetNode Set, DeferUsage? Usage);
