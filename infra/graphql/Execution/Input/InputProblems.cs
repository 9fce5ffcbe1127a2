using System.Runtime.InteropServices;
using System.Text;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;

namespace R2P.GraphQL.Execution;

/// <summary>Collects what is wrong with one input value, and knows where in the value the coercion stands.</summary>
internal sealed class InputProblems(int maxDepth, bool maySuggest = true)
{
    /// <summary>As many as an answer tells, and one to know that there are more.</summary>
    private const int MaxFound = VariableCoercer.MaxErrors + 1;

    private readonly List<Segment> _path = [];
    private List<InputProblem>? _found;

    /// <summary>Whether messages may offer names of the schema.</summary>
    public bool MaySuggest => maySuggest;

    public bool Any => _found is not null;

    /// <summary>Whether nothing more is collected: it would never be told.</summary>
    public bool IsFull => _found?.Count >= MaxFound;

    public IReadOnlyList<InputProblem> Found => _found ?? [];

    /// <summary>Steps into a field of an input object; <see cref="Leave"/> steps out again.</summary>
    public void Enter(string field) => Push(new Segment(field, 0));

    /// <summary>Steps into an item of a list; <see cref="Leave"/> steps out again.</summary>
    public void Enter(int index) => Push(new Segment(null, index));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Report(string message, SyntaxNode? node = null)
    {
        if (!IsFull)
        {
            (_found ??= []).Add(new InputProblem(PathText(), message, node));
        }
    }

    public void ReportAt(string field, string message, SyntaxNode? node = null)
    {
        Enter(field);
        Report(message, node);
        Leave();
    }

    private void Push(Segment segment)
    {
        _path.Add(segment);
        if (_path.Count > maxDepth)
        {
            throw new GraphQLException(LimitErrors.InputDepth(maxDepth));
        }
    }

    private string PathText()
    {
        if (_path.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder(" at ");
        foreach (var segment in _path)
        {
            _ = segment.Field is { } field ? text.Append('.').Append(field) : text.Append('[').Append(segment.Index).Append(']');
        }

        return text.ToString();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Segment(string? Field, int Index);
}

/// <summary>One thing wrong with an input value; <paramref name="Path"/> reads " at .field[0]", or is empty for the value itself.</summary>
internal sealed record InputProblem(string Path, string Message, SyntaxNode? Node);
