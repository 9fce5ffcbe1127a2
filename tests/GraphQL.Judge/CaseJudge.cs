using System.Buffers;
using System.Text.Json;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Judge.Workshop;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge;

/// <summary>Answers cases: texts to parse and print, or a schema (from SDL, or the one built from C#) with documents to validate and run.</summary>
internal sealed class CaseJudge(Engine engine)
{
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(string line)
    {
        using var json = JsonDocument.Parse(line);
        var question = json.RootElement;
        var output = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            await AnswerAsync(question, new Answer(writer));
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenMemory;
    }

    private async Task AnswerAsync(JsonElement question, Answer answer)
    {
        switch (question.GetProperty("kind").GetString())
        {
            case "text":
                Judge(question.GetProperty("goal").GetString()!, question.GetProperty("text").GetString()!, answer);
                break;
            case "diff":
                JudgeDiff(question.GetProperty("old").GetString()!, question.GetProperty("new").GetString()!, answer);
                break;
            case "workshop":
                await JudgeAsync(WorkshopSchema.Schema, WorkshopSchema.Schema, question, answer);
                break;
            default:
                await JudgeSdlAsync(question, answer);
                break;
        }
    }

    private void Judge(string goal, string text, Answer answer)
    {
        try
        {
            var source = SourceText.From(text);
            answer.Write("printed", goal switch
            {
                "document" => engine.Print(engine.Parse(text)),
                "value" => engine.Print(Parser.ParseValue(source)),
                "type" => engine.Print(Parser.ParseType(source)),
                _ => Parser.ParseSchemaCoordinate(source).ToString()!,
            });
        }
        catch (GraphQLException refused)
        {
            answer.Write("errors", [refused.Error]);
        }
    }

    private void JudgeDiff(string old, string @new, Answer answer)
    {
        answer.StartList("changes");
        foreach (var change in engine.Diff(engine.Build(engine.Parse(old)), engine.Build(engine.Parse(@new))))
        {
            answer.WriteItem(JsonSerializer.Serialize($"{change.Severity}: {change.Message}"));
        }

        answer.EndList();
    }

    private async Task JudgeSdlAsync(JsonElement question, Answer answer)
    {
        try
        {
            var sdl = engine.Parse(question.GetProperty("sdl").GetString()!);
            var schema = engine.Build(sdl);
            var errors = SchemaValidator.Validate(schema);
            if (errors.Count == 0)
            {
                await JudgeAsync(schema, engine.BuildToExecute(sdl, schema), question, answer);
            }
            else
            {
                answer.Write("errors", errors);
            }
        }
        catch (GraphQLException refused)
        {
            answer.Write("errors", [refused.Error]);
        }
        catch (SchemaException refused)
        {
            answer.Write("errors", refused.Errors);
        }
    }

    private async Task JudgeAsync(GraphQLSchema schema, GraphQLSchema executed, JsonElement question, Answer answer)
    {
        answer.Write("printed", SchemaPrinter.Print(schema));
        answer.Write("introspection", await new Execution(schema).RunAsync(question.GetProperty("introspection").GetString()!));
        var execution = new Execution(executed);
        answer.StartList("documents");
        foreach (var document in question.GetProperty("documents").EnumerateArray())
        {
            answer.StartItem();
            await JudgeDocumentAsync(schema, execution, document, answer);
            answer.EndItem();
        }

        answer.EndList();
    }

    private async Task JudgeDocumentAsync(GraphQLSchema schema, Execution execution, JsonElement document, Answer answer)
    {
        var text = document.GetProperty("text").GetString()!;
        try
        {
            var parsed = engine.Parse(text);
            answer.Write("printed", engine.Print(parsed));
            if (engine.Validate(schema, parsed) is { Count: > 0 } errors)
            {
                answer.Write("errors", errors);
                return;
            }
        }
        catch (GraphQLException refused)
        {
            answer.Write("errors", [refused.Error]);
            return;
        }

        answer.StartList("results");
        foreach (var run in document.GetProperty("runs").EnumerateArray())
        {
            answer.WriteItem(await execution.RunAsync(text, run));
        }

        answer.EndList();
    }
}
