using System.Text.Json.Nodes;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Assessments;
using R2P.Schema.Catalogue;
using R2P.Schema.Changes;
using R2P.Schema.Practices;
using R2P.Schema.Sharing;

namespace R2P.Schema.Transfer;

/// <summary>A kind of document that can be imported.</summary>
internal interface IImportKind
{
    /// <summary>The kind's name in the path of the endpoint.</summary>
    string Name { get; }

    /// <summary>What one record may say.</summary>
    ImportShape Shape { get; }

    /// <summary>Makes a draft of the author's office of what one line says, by the rules of the mutation that begins one.</summary>
    /// <exception cref="ActRefusedException">The rules refuse it.</exception>
    /// <exception cref="System.Text.Json.JsonException">The line says what a draft can't hold.</exception>
    Task<SharedDocument> AddAsync(Act act, ViewerAppointment author, JsonObject line);
}

/// <summary>Imports assessments, as <c>draftAssessment</c> begins them.</summary>
internal sealed class AssessmentImport(AssessmentRules rules, RetiredCodes retired) : IImportKind
{
    private static readonly Dictionary<string, Type> Exported = new(StringComparer.Ordinal) { ["stage"] = typeof(string), ["stageReasons"] = typeof(string) };

    public string Name => "assessments";

    public ImportShape Shape { get; } = new(typeof(DraftAssessmentInput), Exported);

    public async Task<SharedDocument> AddAsync(Act act, ViewerAppointment author, JsonObject line)
    {
        JoinStage(line);
        var input = ImportLine.ToInput<DraftAssessmentInput>(line) with { ClientMutationId = null };
        var check = new InputCheck();
        rules.Check(check, input);
        check.ThrowIfAny();
        var assessment = await AssessmentContent.CreateAsync(act, author, input);
        act.Context.Add(assessment);
        await retired.CheckAsync(act.Context, assessment, act.Cancellation); // As each act does in the end, but line by line.
        act.Tell(ChangeType.AssessmentDrafted, assessment);
        return assessment;
    }

    /// <summary>The stage and its reasons are two fields of an assessment, and one of a draft.</summary>
    private static void JoinStage(JsonObject line)
    {
        line.Remove("stageReasons", out var reasons);
        if (line["stage"] is JsonValue stage)
        {
            line["stage"] = new JsonObject { ["stage"] = stage.DeepClone(), ["reasons"] = reasons?.DeepClone() ?? "" };
        }
    }
}

/// <summary>Imports practices, as <c>proposePractice</c> begins them.</summary>
internal sealed class PracticeImport(PracticeRules rules, RetiredCodes retired) : IImportKind
{
    public string Name => "practices";

    public ImportShape Shape { get; } = new(typeof(ProposePracticeInput));

    public async Task<SharedDocument> AddAsync(Act act, ViewerAppointment author, JsonObject line)
    {
        var input = ImportLine.ToInput<ProposePracticeInput>(line) with { ClientMutationId = null };
        var practice = await PracticeContent.CreateAsync(act, author, input);
        rules.Check(practice);
        await PracticeRules.CheckModelAsync(act, practice);
        act.Context.Add(practice);
        await retired.CheckAsync(act.Context, practice, act.Cancellation);
        act.Tell(ChangeType.PracticeProposed, practice);
        return practice;
    }
}
