using System.Collections.Concurrent;
using System.Text.Json;
using R2P.Api.Authentication;
using R2P.Scenario.Tests.Stories;

namespace R2P.Scenario.Tests;

/// <summary>
/// Offices and people beyond the sample network. A token can be signed for any name; who has one is nobody until an appointment is confirmed.
/// </summary>
internal static class Founding
{
    private static readonly ConcurrentDictionary<(ServiceProcess Service, string Party), Lazy<Task<string>>> Founded = [];

    /// <summary>A name that nobody has yet, and under which a new person can speak.</summary>
    public static string NewName(string what) => $"{what}-{Guid.CreateVersion7():N}";

    /// <summary>A code that no office has yet.</summary>
    public static string NewCode(string what) => $"{what}_{Guid.CreateVersion7():N}".ToUpperInvariant();

    /// <summary>Somebody new, as an appointment proposes them.</summary>
    public static object Person(string name) =>
        new { @new = new { displayName = name, issuer = DevelopmentKey.Issuer, subject = R2P.Schema.SampleNetwork.SamplePersonas.SubjectOf(name) } };

    /// <summary>Proposed by one, confirmed by another.</summary>
    public static async Task<JsonElement> AppointAsync(
        this Network network, string proposer, string office, string name, string role, string confirmer = "secretariat", bool deputy = false)
    {
        var proposal = await network.ActAsync(
            proposer, "proposeAppointment", new { office, person = Person(name), role, deputy }, "appointment { id version }");
        return await network.ActAsync(
            confirmer, "confirmAppointment", new { id = proposal.Id(), version = proposal.Version() }, "appointment { id version status }");
    }

    /// <summary>The focal point of a State that was not in the sample network: the same for all tests of a service.</summary>
    public static Task<string> StateAsync(this Network network, string country) =>
        Once(network, country, "NATIONAL_FOCAL_POINT", joins: "GLOBAL_NETWORK_R2P_FOCAL_POINTS");

    /// <summary>The focal point of a State that belongs to another network only, whose secretariat confirms.</summary>
    public static async Task<string> StateOfAsync(this Network network, string country, string other)
    {
        var secretariat = await network.SecretariatAsync(other);
        return await Once(network, country, "NATIONAL_FOCAL_POINT", joins: null, secretariat);
    }

    /// <summary>An office of a State, opened by its focal point.</summary>
    public static async Task<string> OpenOfficeAsync(this Network network, string persona, string country, string? ministry = null) =>
        (await network.ActAsync(
            persona, "openOffice", new { party = country, code = NewCode(country), name = $"An office of {country}", ministry }, "office { id }")).Id();

    /// <summary>The codes of the offices that somebody holds now.</summary>
    public static async Task<IReadOnlyList<string?>> HoldsAsync(this Network network, string name)
    {
        var viewer = (await network.DataAsync(name, "{ viewer { appointments { role office { id } } } }")).GetProperty("viewer");
        return viewer.ValueKind == JsonValueKind.Null
            ? []
            : [.. viewer.GetProperty("appointments").EnumerateArray().Select(held => held.GetProperty("office").Id())];
    }

    /// <summary>A practice that somebody publishes to an audience.</summary>
    public static Task<JsonElement> PublishToAsync(this Network network, string persona, object audience, string language = "en", string? office = null) =>
        network.PublishPracticeAsync(persona, new
        {
            title = NewName("Practice"), policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "Councils meet.", language, office,
            country = persona.StartsWith("first-of-", StringComparison.Ordinal) || persona is "au-desk" ? "KEN" : null,
        }, audience);

    /// <summary>The secretariat of a network that had none: the same for all tests of a service.</summary>
    public static Task<string> SecretariatAsync(this Network network, string code) => Once(network, code, "NETWORK_SECRETARIAT", joins: null);

    private static Task<string> Once(Network network, string party, string role, string? joins, string confirmer = "secretariat") => Founded.GetOrAdd(
        (network.Service, party), founded => new Lazy<Task<string>>(() => FoundAsync(founded.Service, founded.Party, role, joins, confirmer))).Value;

    private static async Task<string> FoundAsync(ServiceProcess service, string party, string role, string? joins, string confirmer)
    {
        var (network, name) = (new Network(service), $"first-of-{party}");
        if (joins is not null)
        {
            await network.ActAsync("secretariat", "recordMembership", new { party, body = joins }, "membership { id }");
        }

        var office = await network.OpenFirstOfficeAsync(party);
        await network.AppointAsync("admin", office, name, role, confirmer);
        return name;
    }

    private static async Task<string> OpenFirstOfficeAsync(this Network network, string party) => (await network.ActAsync(
        "admin", "openOffice", new { party, code = $"{party}_FIRST", name = $"First office of {party}" }, "office { id }")).Id();
}
