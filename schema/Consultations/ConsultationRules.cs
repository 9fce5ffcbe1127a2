using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>What a consultation and a submission to it have to keep to.</summary>
public sealed class ConsultationRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    private const int MaxQuestions = 50;

    /// <summary>Checks a consultation as it would stand.</summary>
    internal void Check(InputCheck check, Consultation consultation, DateTimeOffset now)
    {
        DocumentRules.Title(check, consultation.Title);
        DocumentRules.Summary(check, consultation.Summary);
        DocumentRules.Language(check, consultation.Language);
        rules.Tags(check, consultation.Tags);
        check.Text(consultation.Purpose, 4_000, "purpose");
        check.Count(consultation.Countries, DocumentRules.MaxEntries, "countries");
        for (var i = 0; i < consultation.Countries.Length; i++)
        {
            rules.Country(check, consultation.Countries[i], "countries", $"{i}");
        }

        CheckQuestions(check, consultation.Questions);
        if (consultation.ClosesAt <= now)
        {
            check.Add("Must lie in the future.", "closesAt");
        }
    }

    /// <summary>Checks a submission to a consultation.</summary>
    internal void Check(InputCheck check, Consultation consultation, SubmissionInput input)
    {
        check.OptionalText(input.Text, DocumentRules.MaxText, "submission", "text");
        if (string.IsNullOrWhiteSpace(input.Text) && input.Answers is not { Count: > 0 })
        {
            check.Add("Must not be empty: write a text, or answer a question.", "submission", "text");
        }

        CheckAnswers(check, consultation, input.Answers ?? []);
        CheckActors(check, input);
    }

    private static void CheckQuestions(InputCheck check, IReadOnlyList<ConsultationQuestion> questions)
    {
        check.Count(questions, MaxQuestions, "questions");
        check.Distinct(questions.Select(question => question.Key), "questions");
        for (var i = 0; i < questions.Count; i++)
        {
            check.Text(questions[i].Key, 40, "questions", $"{i}", "key");
            check.Text(questions[i].Text, 2_000, "questions", $"{i}", "text");
        }
    }

    private static void CheckAnswers(InputCheck check, Consultation consultation, IReadOnlyList<QuestionAnswerInput> answers)
    {
        check.Distinct(answers.Select(answer => answer.Question), "submission", "answers");
        for (var i = 0; i < answers.Count; i++)
        {
            check.Text(answers[i].Text, DocumentRules.MaxText, "submission", "answers", $"{i}", "text");
            if (consultation.Questions.All(question => question.Key != answers[i].Question))
            {
                check.Add("The consultation asks no such question.", "submission", "answers", $"{i}", "question");
            }
        }
    }

    private void CheckActors(InputCheck check, SubmissionInput input)
    {
        check.Distinct(input.OnBehalfOf, "submission", "onBehalfOf");
        for (var i = 0; i < input.OnBehalfOf?.Count; i++)
        {
            DocumentRules.Code(check, IsCommunityActor, "kind of community actor", input.OnBehalfOf[i], "submission", "onBehalfOf", $"{i}");
        }

        if (input.OnBehalfOf is { Count: > 0 } && !input.Consent)
        {
            check.Add("Nobody is spoken for without their consent.", "submission", "consent");
        }
    }

    private bool IsCommunityActor(string code) =>
        catalogue.CodeLists.First(list => list.Name == "communityActors").Entries.Any(actor => actor.Code == code);
}
