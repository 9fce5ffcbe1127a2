namespace R2P.GraphQL.Types.Diff;

/// <summary>One change from a schema to another.</summary>
/// <param name="Severity">What it means for clients.</param>
/// <param name="Message">What has changed, on one line, by schema coordinates; in the words of graphql-js where it knows the change.</param>
public sealed record SchemaChange(ChangeSeverity Severity, string Message);
