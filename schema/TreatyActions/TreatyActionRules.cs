using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>What facts about States and the law have to keep to.</summary>
public sealed class TreatyActionRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>Of which State an office may record something: of its own; an office that is no State's, of any.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT.</exception>
    internal string StateOf(ViewerAppointment author, string? country)
    {
        if (author.PartyKind == EnumText.Of(PartyKind.State))
        {
            return country is null || country == author.PartyCode
                ? author.PartyCode
                : throw Refuse.Invalid("The office of a State records what its own State did.", "input", "country");
        }

        if (country is null)
        {
            throw Refuse.Invalid("Your office is no State's: name the State.", "input", "country");
        }

        return catalogue.IsCountry(country)
            ? country
            : throw Refuse.Invalid($"Unknown country \"{country}\". The catalogue lists the codes.", "input", "country");
    }

    /// <summary>Checks a fact as it would stand.</summary>
    /// <param name="action">The fact.</param>
    /// <param name="today">The day of the act.</param>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(TreatyAction action, DateOnly today)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, action.Title);
        DocumentRules.Summary(check, action.Summary);
        DocumentRules.Language(check, action.Language);
        rules.Tags(check, action.Tags);
        CheckStep(check, action);
        CheckTexts(check, action);
        if (action.DoneOn > today)
        {
            check.Add("Lies in the future. Record it when it is done.", "doneOn");
        }

        check.ThrowIfAny();
    }

    /// <summary>Checks the code of an instrument.</summary>
    public void Instrument(InputCheck check, string instrument) =>
        DocumentRules.Code(check, code => catalogue.FindCode(code) is LegalInstrument, "instrument", instrument, "instrument");

    /// <summary>What to call a fact to which nobody gave a title.</summary>
    public string TitleOf(string country, string? instrument, string? action, AccountabilityStep? accountability)
    {
        var step = action is null ? accountability?.ToString() : catalogue.FindCode(action)?.Name ?? action;
        var law = instrument is null ? null : (catalogue.FindCode(instrument) as LegalInstrument)?.ShortName ?? instrument;
        return string.Join(", ", new[] { catalogue.FindCountry(country)?.CommonName ?? country, law, step }.OfType<string>());
    }

    private void CheckStep(InputCheck check, TreatyAction action)
    {
        if (action.Action is null == action.Accountability is null)
        {
            check.Add("Give either \"action\" or \"accountability\".", "action");
        }

        if (action.Instrument is { } instrument)
        {
            Instrument(check, instrument);
        }
        else if (action.Action is not null)
        {
            check.Add("Must name the instrument.", "instrument");
        }

        if (action.Action is { } step)
        {
            DocumentRules.Code(check, code => catalogue.FindCode(code) is TreatyStep, "treaty step", step, "action");
        }

        if (action.Accountability is not null && action.Body.Source?.Url is null)
        {
            check.Add("A step of accountability needs a public reference with its address.", "source");
        }
    }

    private static void CheckTexts(InputCheck check, TreatyAction action)
    {
        check.OptionalText(action.Body.Statement, DocumentRules.MaxText, "statement");
        check.OptionalText(action.Body.DomesticLaw, DocumentRules.MaxText, "domesticLaw");
        check.OptionalText(action.Body.Implementation, DocumentRules.MaxText, "implementation");
        check.OptionalText(action.Body.Partner, 300, "partner");
        if (action.Body.Source is { } source)
        {
            check.Text(source.Text, 500, "source", "text");
            check.Address(source.Url, "source", "url");
        }
    }
}
