namespace R2P.GraphQL.Types.Rules;

/// <summary>Collects what is wrong with a schema.</summary>
internal sealed class SchemaReport
{
    /// <summary>The fields whose default values were followed already (see <see cref="DefaultValueCycles"/>).</summary>
    public HashSet<InputFieldDefinition> FollowedDefaults { get; } = [];

    public List<SchemaError> Errors { get; } = [];

    public void Add(string message, string? origin) => Errors.Add(new SchemaError(message, origin));
}
