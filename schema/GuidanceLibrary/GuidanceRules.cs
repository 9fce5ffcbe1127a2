using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>What guidance and training records have to keep to.</summary>
public sealed class GuidanceRules(DocumentRules rules)
{
    private const int MaxName = 300;
    private const int MaxParticipants = 1_000_000;

    /// <summary>Checks guidance as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(Guidance guidance)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, guidance.Title);
        DocumentRules.Summary(check, guidance.Summary);
        DocumentRules.Language(check, guidance.Language);
        rules.Tags(check, guidance.Tags);
        check.Text(guidance.IssuingBody, MaxName, "issuingBody");
        check.Text(guidance.Edition, 100, "edition");
        check.Text(guidance.Text, DocumentRules.MaxText, "text");
        check.Address(guidance.Url, "url");
        if (guidance.ValidTo < guidance.ValidFrom)
        {
            check.Add("Must not lie before validFrom.", "validTo");
        }

        check.ThrowIfAny();
    }

    /// <summary>Checks a training record.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(Training training)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, training.Title);
        DocumentRules.Language(check, training.Language);
        rules.Tags(check, training.Tags);
        rules.Country(check, training.Country, "country");
        check.Text(training.DeliveredBy, MaxName, "deliveredBy");
        check.Text(training.Institution, MaxName, "institution");
        check.OptionalText(training.Note, 4_000, "note");
        if (training.Participants is < 0 or > MaxParticipants)
        {
            check.Add($"Must be a number from 0 to {MaxParticipants}.", "participants");
        }

        if (training.Women is { } women && (women < 0 || women > training.Participants))
        {
            check.Add("Must be a number from 0 to that of the participants.", "women");
        }

        if (training.EndedOn < training.HeldOn)
        {
            check.Add("Must not lie before heldOn.", "endedOn");
        }

        check.ThrowIfAny();
    }
}
