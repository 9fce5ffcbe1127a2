using System.Text.Json;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Search;

namespace R2P.Schema.Catalogue;

/// <summary>How the secretariats of networks curate the catalogue. What they say holds for everyone from then on.</summary>
[MutationType]
public static class CatalogueMutations
{
    /// <summary>Adds an entry to a list that networks may add to. Its code can be retired later, but never removed: documents keep it.</summary>
    [Authorize]
    public static async Task<CatalogueEntryPayload> AddCatalogueEntry(
        AddCatalogueEntryInput input, ActRunner acts, CatalogueRules rules, CatalogueKeeper keeper, FieldContext field) =>
        new(input.Code, await acts.CurateAsync(keeper, field, input.ClientMutationId, input.Network, (act, network) =>
            act.AddAsync(network, input.List, rules.Entry(input))));

    /// <summary>
    /// Takes an entry of your network off its list. Documents that use the code keep it, also when they are revised, and are found by it; new ones can't
    /// take it.
    /// </summary>
    [Authorize]
    public static async Task<CatalogueEntryPayload> RetireCatalogueEntry(
        RetireCatalogueEntryInput input, ActRunner acts, CatalogueRules rules, CatalogueKeeper keeper, FieldContext field) =>
        new(input.Code, await acts.CurateAsync(keeper, field, input.ClientMutationId, input.Network, async (act, network) =>
        {
            rules.Retirement(input);
            if (await act.CallAsync(
                Curation.ToDo,
                "select r2p.retire_catalogue_entry($1, $2, $3, $4, $5)",
                Parameter.Of(input.Code), Parameter.Of(input.ReplacedBy), Parameter.Of(network), Parameter.Of(input.Reason), Parameter.Of(act.Now)) is not true)
            {
                throw Refuse.Invalid("Your network has no entry of this code that lists still offer.", "input", "code");
            }
        }));

    /// <summary>Says what an entry is called in another language, or replaces that. Documents that use the code are found by the name.</summary>
    [Authorize]
    public static async Task<CatalogueEntryPayload> TranslateCatalogueEntry(
        TranslateCatalogueEntryInput input, ActRunner acts, CatalogueRules rules, CatalogueKeeper keeper, FieldContext field) =>
        new(input.Code, await acts.CurateAsync(keeper, field, input.ClientMutationId, input.Network, async (act, network) =>
            await act.CallAsync(
                Curation.ToDo,
                "select r2p.translate_catalogue_entry($1, $2, $3, $4, $5, $6, $7)",
                Parameter.Of(input.Code),
                Parameter.Of(input.Language),
                Parameter.Of(input.Name),
                Parameter.Of(input.Description),
                Parameter.Of(network),
                Parameter.Of(CatalogueNames.NameOf(rules.Translated(input))),
                Parameter.Of(act.Now))));

    /// <summary>
    /// Publishes a framework of risk factors, or a new version of one: from now on assessments can be written by it. Those there are keep theirs.
    /// </summary>
    [Authorize]
    public static async Task<FrameworkPayload> PublishFrameworkVersion(
        PublishFrameworkVersionInput input, ActRunner acts, CatalogueRules rules, CatalogueKeeper keeper, FieldContext field) =>
        new(input.Code, await acts.CurateAsync(keeper, field, input.ClientMutationId, input.Network, (act, network) =>
            act.AddAsync(network, "frameworks", rules.Framework(input))));

    /// <summary>
    /// Records how the factors of a framework of your network correspond to those of another, so that findings by the one can be read beside findings by the
    /// other. <c>Catalogue.crosswalk</c> answers it, in either direction.
    /// </summary>
    [Authorize]
    public static async Task<CrosswalkPayload> RecordCrosswalk(
        RecordCrosswalkInput input, ActRunner acts, CrosswalkRules rules, CatalogueKeeper keeper, FieldContext field) =>
        new(input.From, input.To, await acts.CurateAsync(keeper, field, input.ClientMutationId, input.Network, async (act, network) =>
        {
            if (await act.CallAsync(
                Curation.ToDo,
                "select r2p.record_crosswalk($1, $2, $3, $4, $5)",
                Parameter.Of(input.From),
                Parameter.Of(input.To),
                Parameter.Of(JsonSerializer.Serialize(rules.Crosswalk(input, network), CatalogueJson.Own.CrosswalkEntry)),
                Parameter.Of(network),
                Parameter.Of(act.Now)) is not true)
            {
                throw Refuse.Invalid("Another network has compared these frameworks.", "input", "to");
            }
        }));
}

/// <summary>How each of these acts runs.</summary>
internal static class Curation
{
    public const string ToDo = "curate the catalogue";

    /// <summary>Runs an act of a network's secretariat; the answer, and all that comes after it, sees the catalogue as it is then.</summary>
    public static async Task<ActResult> CurateAsync(
        this ActRunner acts, CatalogueKeeper keeper, FieldContext field, string? clientMutationId, string? network, Func<Act, string, Task> work)
    {
        var result = await acts.RunAsync(field, clientMutationId, async act =>
        {
            await work(act, act.MustCurateFor(network));
            var id = act.NewId();
            act.Session.Append(ChangeType.CatalogueChanged.ToldTo([ReaderToken.Public]) with { DocumentId = id, DocumentKind = "CATALOGUE_ENTRY" });
            return id;
        });
        await keeper.ReadAsync(field.Cancellation);
        return result;
    }

    /// <summary>Adds an entry with all that it brings.</summary>
    public static async Task AddAsync(this Act act, string network, string list, ICatalogueEntry entry)
    {
        ICatalogueEntry[] all = entry is Framework framework
            ? [framework, .. framework.Factors, .. framework.Factors.SelectMany(factor => factor.Indicators ?? [])]
            : [entry];
        if (await act.CallAsync(
            ToDo,
            "select r2p.add_catalogue_entry($1, $2, $3, $4, $5, $6, $7, $8)",
            Parameter.Of(act.NewId()),
            Parameter.Of(entry.Code),
            Parameter.Of(list),
            Parameter.Of(JsonSerializer.Serialize(entry, CatalogueJson.Own.GetTypeInfo(entry.GetType())!)),
            Parameter.Of(network),
            Parameter.Of([.. all.Select(one => one.Code)]),
            Parameter.Of([.. all.Select(one => one.Name)]),
            Parameter.Of(act.Now)) is not true)
        {
            throw Refuse.Invalid("One of the codes is taken, by the catalogue or by a word of the API.", "input", "code");
        }
    }

    private static string MustCurateFor(this Act act, string? network)
    {
        string[] curated =
        [
            .. act.Viewer.Appointments
                .Where(held => held.Role == Role.NetworkSecretariat && (network is null || held.PartyCode == network))
                .Select(held => held.PartyCode)
                .Distinct(),
        ];
        return curated switch
        {
            [var only] => only,
            [] => throw Refuse.NotAllowed(ToDo),
            _ => throw Refuse.Invalid("You are the secretariat of several networks: name one.", "input", "network"),
        };
    }
}

/// <summary>What an act on an entry of the catalogue came to.</summary>
public sealed class CatalogueEntryPayload(string code, ActResult result) : ActPayload(result)
{
    [GraphQLIgnore]
    public string Code { get; } = code;
}

/// <summary>The entry in the answer to an act.</summary>
[ObjectType<CatalogueEntryPayload>]
public static class CatalogueEntryPayloadFields
{
    /// <summary>The entry as it stands now; null if the act was refused.</summary>
    public static ICatalogueEntry? GetEntry([Parent] CatalogueEntryPayload payload, Catalogue catalogue) =>
        payload.Id is null ? null : catalogue.FindCode(payload.Code);
}

/// <summary>What recording a crosswalk came to.</summary>
public sealed class CrosswalkPayload(string from, string to, ActResult result) : ActPayload(result)
{
    [GraphQLIgnore]
    public string From { get; } = from;

    [GraphQLIgnore]
    public string To { get; } = to;
}

/// <summary>The crosswalk in the answer.</summary>
[ObjectType<CrosswalkPayload>]
public static class CrosswalkPayloadFields
{
    /// <summary>The crosswalk as it stands now; null if the act was refused.</summary>
    public static Crosswalk? GetCrosswalk([Parent] CrosswalkPayload payload, Catalogue catalogue) =>
        payload.Id is null ? null : catalogue.FindCrosswalk(payload.From, payload.To);
}

/// <summary>What publishing a framework came to.</summary>
public sealed class FrameworkPayload(string code, ActResult result) : ActPayload(result)
{
    [GraphQLIgnore]
    public string Code { get; } = code;
}

/// <summary>The framework in the answer.</summary>
[ObjectType<FrameworkPayload>]
public static class FrameworkPayloadFields
{
    /// <summary>The framework as it stands now; null if the act was refused.</summary>
    public static Framework? GetFramework([Parent] FrameworkPayload payload, Catalogue catalogue) =>
        payload.Id is null ? null : catalogue.FindCode(payload.Code) as Framework;
}
