using R2P.Schema.Acts;

namespace R2P.Schema.Catalogue;

/// <summary>What a network may say of how two frameworks correspond.</summary>
public sealed class CrosswalkRules(Catalogue catalogue)
{
    private const int MostLinks = 300;

    /// <summary>A crosswalk as the file would have it.</summary>
    /// <exception cref="ActRefusedException">With everything that is wrong with it.</exception>
    internal CrosswalkEntry Crosswalk(RecordCrosswalkInput input, string network)
    {
        var check = new InputCheck();
        Framework(check, input.From, "from");
        Framework(check, input.To, "to");
        if (input.From == input.To)
        {
            check.Add("Is the same framework.", "to");
        }
        else if (catalogue.AdditionOf(input.From)?.Network != network && catalogue.AdditionOf(input.To)?.Network != network)
        {
            check.Add("Neither framework is one that your network has published.", "to");
        }

        check.OptionalText(input.Description, 500, "description");
        check.ThrowIfAny();
        Links(check, input);
        check.ThrowIfAny();
        return new CrosswalkEntry(
            input.From, input.To, input.Description, [.. input.Links.Select(link => new FactorLinkEntry(link.From, link.To, link.Extent, link.Note))]);
    }

    private void Framework(InputCheck check, string code, string field)
    {
        if (!catalogue.Is(code, CodeKind.Framework))
        {
            check.Add($"Unknown framework \"{code}\".{catalogue.Suggest(code, CodeKind.Framework)}", field);
        }
    }

    private void Links(InputCheck check, RecordCrosswalkInput input)
    {
        if (input.Links.Count == 0)
        {
            check.Add("Must name a factor that has a counterpart.", "links");
        }

        if (!check.Count(input.Links, MostLinks, "links"))
        {
            return;
        }

        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < input.Links.Count; i++)
        {
            var (link, at) = (input.Links[i], $"{i}");
            Factor(check, input.From, link.From, "links", at, "from");
            Factor(check, input.To, link.To, "links", at, "to");
            check.OptionalText(link.Note, 500, "links", at, "note");
            if (link.Extent == LinkExtent.Partial && string.IsNullOrWhiteSpace(link.Note))
            {
                check.Add("Say where the two differ.", "links", at, "note");
            }

            if (!seen.Add((link.From, link.To)))
            {
                check.Add("Links the same factors as another one.", "links", at);
            }
        }
    }

    private void Factor(InputCheck check, string framework, string factor, params ReadOnlySpan<string> path)
    {
        if (!catalogue.IsFactor(framework, factor))
        {
            check.Add($"\"{factor}\" is no risk factor of \"{framework}\".", path);
        }
    }
}
