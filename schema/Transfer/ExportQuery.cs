using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.Schema.Endpoints;

namespace R2P.Schema.Transfer;

/// <summary>
/// A client's query of one list, turned into one that asks for the list's pages: what the client says about pages is left out, everything else stays.
/// </summary>
internal sealed class ExportQuery
{
    /// <summary>The variable that holds where the next page begins.</summary>
    public const string After = "exportAfter";

    private static readonly HashSet<string> Paging = new(["first", "after", "last", "before"], StringComparer.Ordinal);

    private readonly GraphQLSchema _schema;
    private readonly DocumentNode _document;
    private readonly OperationDefinitionNode _operation;
    private readonly FieldNode _list;
    private readonly FieldNode _nodes;
    private readonly FieldDefinition _field;

    private ExportQuery(GraphQLSchema schema, DocumentNode document)
    {
        (_schema, _document) = (schema, document);
        _operation = document.Definitions.OfType<OperationDefinitionNode>().ToArray() is [{ Operation: OperationKind.Query } only]
            ? only
            : throw Refused("Send one query.");
        _list = _operation.SelectionSet.Selections is [FieldNode list] ? list : throw Refused("Select one list, and nothing beside it.");
        _field = schema.Query.Fields.GetValueOrDefault(_list.Name.Value) is { } field
            && field.Arguments.ContainsKey("after") && field.Arguments.ContainsKey("first")
            ? field
            : throw Refused($"\"{_list.Name.Value}\" is no list that comes in pages.");
        _nodes = _list.SelectionSet?.Selections.OfType<FieldNode>().FirstOrDefault(selected => selected.Name.Value == "nodes")
            ?? throw Refused("Select the list's \"nodes\".");
    }

    /// <summary>Takes a client's query apart.</summary>
    /// <exception cref="GraphQLException">The text does not parse.</exception>
    /// <exception cref="EndpointException">It is no query of one list.</exception>
    public static ExportQuery Parse(GraphQLSchema schema, string text) => new(schema, Parser.Parse(SourceText.From(text)));

    /// <summary>The query of one page.</summary>
    public ReadOnlyMemory<byte> ToPage(int size)
    {
        var operation = new OperationDefinitionNode
        {
            Operation = OperationKind.Query,
            Name = _operation.Name,
            Directives = _operation.Directives,
            VariableDefinitions = [.. _operation.VariableDefinitions.Where(definition => !IsOfPaging(definition)), AfterDefinition()],
            SelectionSet = new SelectionSetNode([Page(size)]),
        };
        DefinitionNode[] definitions = [operation, .. _document.Definitions.OfType<FragmentDefinitionNode>()];
        return Encoding.UTF8.GetBytes(SyntaxPrinter.Print(new DocumentNode(_document.Source, definitions)));
    }

    /// <summary>
    /// The columns of a table of the nodes: a path for each leaf, in the order of the query. What is a list is one column. Ask once a page has shown that
    /// the query is valid.
    /// </summary>
    public IReadOnlyList<string[]> Columns()
    {
        var columns = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Collect(_nodes.SelectionSet!, (CompositeType)((FieldsType)_field.Type.Named).Fields["nodes"].Type.Named, [], columns, seen);
        return columns;
    }

    private void Collect(SelectionSetNode selections, CompositeType type, string[] path, List<string[]> columns, HashSet<string> seen)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Collect(field, type, [.. path, field.ResponseKey], columns, seen);
                    break;
                case InlineFragmentNode fragment:
                    Collect(fragment.SelectionSet, TypeOf(fragment.TypeCondition) ?? type, path, columns, seen);
                    break;
                case FragmentSpreadNode spread:
                    var named = _document.Definitions.OfType<FragmentDefinitionNode>().First(fragment => fragment.Name.Value == spread.Name.Value);
                    Collect(named.SelectionSet, TypeOf(named.TypeCondition) ?? type, path, columns, seen);
                    break;
            }
        }
    }

    private void Collect(FieldNode field, CompositeType type, string[] path, List<string[]> columns, HashSet<string> seen)
    {
        var of = (type as FieldsType)?.Fields.GetValueOrDefault(field.Name.Value)?.Type;
        if (field.SelectionSet is { } below && of is { Nullable: not ListType, Named: CompositeType inner })
        {
            Collect(below, inner, path, columns, seen);
        }
        else if (seen.Add(string.Join('.', path)))
        {
            columns.Add(path);
        }
    }

    private CompositeType? TypeOf(NamedTypeNode? condition) => condition is null ? null : _schema.FindType(condition.Name.Value) as CompositeType;

    private FieldNode Page(int size) => new()
    {
        Alias = new NameNode("page"),
        Name = _list.Name,
        Directives = _list.Directives,
        Arguments =
        [
            .. _list.Arguments.Where(argument => !Paging.Contains(argument.Name.Value)),
            new ArgumentNode(new NameNode("first"), new IntValueNode(size.ToString(CultureInfo.InvariantCulture))),
            new ArgumentNode(new NameNode("after"), new VariableNode(new NameNode(After))),
        ],
        SelectionSet = new SelectionSetNode(
            [Field("nodes", _nodes.SelectionSet), Field("pageInfo", new SelectionSetNode([Field("hasNextPage"), Field("endCursor")]))]),
    };

    private static FieldNode Field(string name, SelectionSetNode? selections = null) =>
        new() { Name = new NameNode(name), Arguments = [], Directives = [], SelectionSet = selections };

    private VariableDefinitionNode AfterDefinition() => new()
    {
        Variable = new VariableNode(new NameNode(After)),
        Type = Parser.ParseType(SourceText.From(_field.Arguments["after"].Type.Nullable.ToString()!)),
        Directives = [],
    };

    private bool IsOfPaging(VariableDefinitionNode definition) => _list.Arguments.Any(argument =>
        Paging.Contains(argument.Name.Value) && argument.Value is VariableNode variable && variable.Name.Value == definition.Variable.Name.Value);

    private static EndpointException Refused(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);
}
