using R2P.Schema.Acts;
using R2P.Schema.Sharing;
using R2P.Schema.Texts;

namespace R2P.Schema.Catalogue;

/// <summary>What networks may add to the catalogue, and how.</summary>
public sealed class CatalogueRules(Catalogue catalogue)
{
    /// <summary>The lists of entries of their own shape that networks may add to.</summary>
    private static readonly string[] TypedLists = ["triggers", "legalInstruments", "referenceDocuments"];

    private const int MostFactors = 100;

    /// <summary>What is added, as the file would have it.</summary>
    /// <exception cref="ActRefusedException">With everything that is wrong with it.</exception>
    public ICatalogueEntry Entry(AddCatalogueEntryInput input)
    {
        var check = new InputCheck();
        if (!TypedLists.Contains(input.List) && !catalogue.CodeLists.Any(list => list.Name == input.List && list.Open))
        {
            check.Add($"\"{input.List}\" is no list that networks may add to.", "list");
        }

        NewCode(check, input.Code, "code");
        Words(check, input.Name, input.Description);
        Source(check, input.Source);
        if (input.Instrument is not null != (input.List == "legalInstruments"))
        {
            check.Add("Is needed for a legal instrument, and for nothing else.", "instrument");
        }

        if (input.Document is not null != (input.List == "referenceDocuments"))
        {
            check.Add("Is needed for a reference document, and for nothing else.", "document");
        }

        Instrument(check, input.Instrument);
        Document(check, input.Document);
        check.ThrowIfAny();
        return Read(input);
    }

    /// <summary>A framework as the file would have it.</summary>
    /// <exception cref="ActRefusedException">With everything that is wrong with it.</exception>
    public Framework Framework(PublishFrameworkVersionInput input)
    {
        var check = new InputCheck();
        NewCode(check, input.Code, "code");
        check.Text(input.Version, 20, "version");
        Words(check, input.Name, input.Description);
        Source(check, input.Source);
        if (input.Source.Count == 0)
        {
            check.Add("Must name the document that sets the framework out.", "source");
        }

        if (input.Replaces is { } replaced)
        {
            DocumentRules.Code(check, code => catalogue.Is(code, CodeKind.Framework), "framework", replaced, "replaces");
        }

        if (input.Factors.Count is 0 or > MostFactors)
        {
            check.Add($"Must have 1 to {MostFactors} risk factors.", "factors");
        }

        for (var i = 0; i < input.Factors.Count; i++)
        {
            Factor(check, input.Factors[i], $"{i}");
        }

        check.Distinct(CodesOf(input), "factors");
        check.ThrowIfAny();
        return Read(input);
    }

    /// <summary>What an entry is called in another language.</summary>
    /// <exception cref="ActRefusedException">With everything that is wrong with it.</exception>
    public ICatalogueEntry Translated(TranslateCatalogueEntryInput input)
    {
        var check = new InputCheck();
        DocumentRules.Language(check, input.Language);
        if (LanguageTag.IsSame(input.Language, Catalogue.Language))
        {
            check.Add("Is the language of the catalogue.", "language");
        }

        Words(check, input.Name, input.Description);
        var entry = catalogue.FindCode(input.Code);
        if (entry is null)
        {
            check.Add($"Unknown code \"{input.Code}\".{catalogue.Suggest(input.Code, CodeKind.Any)}", "code");
        }

        check.ThrowIfAny();
        return entry!;
    }

    /// <summary>Checks why an entry is retired, and what is to be taken instead.</summary>
    /// <exception cref="ActRefusedException">With everything that is wrong with it.</exception>
    public void Retirement(RetireCatalogueEntryInput input)
    {
        var check = new InputCheck();
        check.Text(input.Reason, 1_000, "reason");
        if (input.ReplacedBy is { } instead && (instead == input.Code || !IsOfOneList(input.Code, instead)))
        {
            check.Add($"\"{instead}\" is no other entry that the list of \"{input.Code}\" offers.", "replacedBy");
        }

        check.ThrowIfAny();
    }

    /// <summary>Whether two entries stand on one list, which offers them.</summary>
    private bool IsOfOneList(string code, string other) => new IEnumerable<ICatalogueEntry>[]
        {
            catalogue.Triggers, catalogue.LegalInstruments, catalogue.ReferenceDocuments, catalogue.Frameworks,
        }
        .Concat(catalogue.CodeLists.Select(IEnumerable<ICatalogueEntry> (list) => list.Entries))
        .Any(list => list.Any(entry => entry.Code == code) && list.Any(entry => entry.Code == other));

    private static IEnumerable<string> CodesOf(PublishFrameworkVersionInput input) =>
        [input.Code, .. input.Factors.SelectMany(factor => (factor.Indicators ?? []).Select(indicator => indicator.Code).Prepend(factor.Code))];

    private void NewCode(InputCheck check, string code, params ReadOnlySpan<string> path)
    {
        if (code.Length is < 3 or > 80 || !char.IsAsciiLetterUpper(code[0])
            || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            check.Add("Must have 3 to 80 capital letters, digits and underscores, and begin with a letter.", path);
        }
        else if (catalogue.IsCode(code))
        {
            check.Add($"The catalogue has the code \"{code}\" already.", path);
        }
    }

    private static void Words(InputCheck check, string name, string? description, params ReadOnlySpan<string> path)
    {
        check.Text(name, 300, [.. path, "name"]);
        check.OptionalText(description, 500, [.. path, "description"]);
    }

    private void Source(InputCheck check, IReadOnlyList<CitationInput>? source)
    {
        check.Count(source, 20, "source");
        for (var i = 0; i < source?.Count; i++)
        {
            DocumentRules.Code(
                check, code => catalogue.FindCode(code) is ReferenceDocument, "reference document", source[i].Document, "source", $"{i}", "document");
            check.OptionalText(source[i].At, 100, "source", $"{i}", "at");
        }
    }

    private void Instrument(InputCheck check, NewInstrumentInput? instrument)
    {
        if (instrument is null)
        {
            return;
        }

        check.Text(instrument.ShortName, 100, "instrument", "shortName");
        check.OptionalText(instrument.Note, 500, "instrument", "note");
        DocumentRules.Code(
            check,
            code => catalogue.CodeLists.Single(list => list.Name == "depositaries").Entries.Any(known => known.Code == code),
            "depositary",
            instrument.Depositary,
            "instrument", "depositary");
        if (instrument.Region is { } region)
        {
            DocumentRules.Code(check, code => catalogue.Is(code, CodeKind.Region), "region of UN M49", region, "instrument", "region");
        }

        if (instrument.Parent is { } parent)
        {
            DocumentRules.Code(check, code => catalogue.FindCode(code) is LegalInstrument, "instrument", parent, "instrument", "parent");
        }

        if (instrument.InForce < instrument.Adopted)
        {
            check.Add("Lies before the day of adoption.", "instrument", "inForce");
        }

        check.Count(instrument.Themes, 20, "instrument", "themes");
        for (var i = 0; i < instrument.Themes?.Count; i++)
        {
            check.Text(instrument.Themes[i], 60, "instrument", "themes", $"{i}");
        }
    }

    private static void Document(InputCheck check, NewReferenceDocumentInput? document)
    {
        check.OptionalText(document?.Symbol, 100, "document", "symbol");
        if (document?.Year is < 1800 or > 2200)
        {
            check.Add("Is no year in which it can have appeared.", "document", "year");
        }
    }

    private void Factor(InputCheck check, NewFactorInput factor, string place)
    {
        NewCode(check, factor.Code, "factors", place, "code");
        Words(check, factor.Name, factor.Description, "factors", place);
        for (var i = 0; i < factor.Crimes?.Count; i++)
        {
            DocumentRules.Code(
                check, code => catalogue.FindCode(code) is AtrocityCrime, "atrocity crime", factor.Crimes[i], "factors", place, "crimes", $"{i}");
        }

        check.Count(factor.Indicators, 100, "factors", place, "indicators");
        for (var i = 0; i < factor.Indicators?.Count; i++)
        {
            NewCode(check, factor.Indicators[i].Code, "factors", place, "indicators", $"{i}", "code");
            check.Text(factor.Indicators[i].Name, 500, "factors", place, "indicators", $"{i}", "name");
        }
    }

    private static ICatalogueEntry Read(AddCatalogueEntryInput input) => input switch
    {
        { Instrument: { } instrument } => new LegalInstrument
        {
            Code = input.Code,
            Name = input.Name,
            Description = input.Description,
            ShortName = instrument.ShortName,
            Adopted = instrument.Adopted,
            InForce = instrument.InForce,
            Depositary = instrument.Depositary,
            Scope = instrument.Region is { } region ? $"REGIONAL_{region}" : "UNIVERSAL",
            Themes = instrument.Themes ?? [],
            Parent = instrument.Parent,
            NamedIn = [.. (input.Source ?? []).Select(source => source.Document)],
            Binding = instrument.Binding,
            Note = instrument.Note,
        },
        { Document: { } document } => new ReferenceDocument
        {
            Code = input.Code, Name = input.Name, Description = input.Description, Symbol = document.Symbol, Year = document.Year, CitedIn = [],
        },
        { List: "triggers" } => new TriggerEvent
        {
            Code = input.Code, Name = input.Name, Description = input.Description, Source = Read(input.Source),
        },
        _ => new CodeEntry { Code = input.Code, Name = input.Name, Description = input.Description, Source = Read(input.Source) },
    };

    private static Framework Read(PublishFrameworkVersionInput input) => new()
    {
        Code = input.Code,
        Version = input.Version,
        Name = input.Name,
        Description = input.Description,
        Replaces = input.Replaces,
        Source = Read(input.Source),
        Factors =
        [
            .. input.Factors.Select((factor, place) => new RiskFactor
            {
                Code = factor.Code,
                Number = place + 1,
                Name = factor.Name,
                Description = factor.Description,
                Kind = factor.Kind,
                Crimes = factor.Crimes,
                Source = Read(input.Source),
                TitleVerified = input.Verified,
                Verified = input.Verified,
                Indicators = factor.Indicators is null ? null :
                [
                    .. factor.Indicators.Select((indicator, sub) => new Indicator
                    {
                        Code = indicator.Code, Number = $"{place + 1}.{sub + 1}", Name = indicator.Name, Verified = input.Verified,
                    }),
                ],
            }),
        ],
    };

    private static IReadOnlyList<Citation> Read(IReadOnlyList<CitationInput>? source) =>
        [.. (source ?? []).Select(citation => new Citation { Document = citation.Document, At = citation.At })];
}
