namespace R2P.GraphQL.Types.Diff;

/// <summary>
/// §3.6.1, §3.10 What is put in: arguments of fields and of directives, and fields of input objects. The same rules hold for all; the words differ.
/// </summary>
internal sealed class InputChanges
{
    private readonly Func<InputFieldDefinition, string> _coordinate;
    private readonly string _noun;
    private readonly string _changed;
    private readonly string _described;
    private readonly ChangeSeverity _optionalAdded;

    private InputChanges(
        Func<InputFieldDefinition, string> coordinate, string noun, string changed, string described, ChangeSeverity optionalAdded) =>
        (_coordinate, _noun, _changed, _described, _optionalAdded) = (coordinate, noun, changed, described, optionalAdded);

    public static InputChanges OfField(string coordinate) => OfArguments(coordinate, ChangeSeverity.Dangerous);

    public static InputChanges OfDirective(string coordinate) => OfArguments(coordinate, ChangeSeverity.Safe);

    public static InputChanges OfInputObject(InputObjectType type) =>
        new(field => $"{type}.{field.Name}", "field", "changed type", "input-field", ChangeSeverity.Dangerous);

    public void Find(IEnumerable<InputFieldDefinition> old, IEnumerable<InputFieldDefinition> @new, ChangeList changes)
    {
        var inputs = Matching<InputFieldDefinition>.Of(old, @new, input => input.Name);
        foreach (var input in inputs.Removed)
        {
            changes.Breaking($"{Noun} {_coordinate(input)} was removed.");
        }

        foreach (var input in inputs.Added)
        {
            changes.Add(
                input.IsRequired ? ChangeSeverity.Breaking : _optionalAdded,
                $"{(input.IsRequired ? "A required" : "An optional")} {_noun} {_coordinate(input)} was added.");
        }

        foreach (var (before, after) in inputs.Kept)
        {
            FindType(before, after, changes);
            changes.Description($"{_described} {_coordinate(before)}", before.Description, after.Description);
            changes.Deprecation($"{Noun} {_coordinate(before)}", before.DeprecationReason, after.DeprecationReason);
        }
    }

    private string Noun => _noun == "field" ? "Field" : "Argument";

    private static InputChanges OfArguments(string owner, ChangeSeverity optionalAdded) =>
        new(argument => $"{owner}({argument.Name}:)", "argument", "has changed type", "argument", optionalAdded);

    /// <summary>Of type and default the graver change is told.</summary>
    private void FindType(InputFieldDefinition old, InputFieldDefinition @new, ChangeList changes)
    {
        var coordinate = _coordinate(old);
        var isSafe = TypeCompatibility.IsSafeInput(old.Type, @new.Type);
        var (before, after) = (DefaultText.Of(old), DefaultText.Of(@new));
        if (isSafe && before != after)
        {
            FindDefault(coordinate, before, after, @new.IsRequired, changes);
        }
        else if (old.Type.ToString() != @new.Type.ToString())
        {
            changes.Add(
                isSafe ? ChangeSeverity.Safe : ChangeSeverity.Breaking,
                $"{Noun} {coordinate} {_changed} from {old.Type} to {@new.Type}.");
        }
    }

    /// <summary>A default that is added is safe, for nothing was assumed before; without its default, a non-null input has to be given.</summary>
    private static void FindDefault(string coordinate, string? old, string? @new, bool isRequired, ChangeList changes)
    {
        switch (old, @new)
        {
            case (null, _):
                changes.Safe($"{coordinate} added a defaultValue {@new}.");
                break;
            case (_, null):
                changes.Add(isRequired ? ChangeSeverity.Breaking : ChangeSeverity.Dangerous, $"{coordinate} defaultValue was removed.");
                break;
            default:
                changes.Dangerous($"{coordinate} has changed defaultValue from {old} to {@new}.");
                break;
        }
    }
}
