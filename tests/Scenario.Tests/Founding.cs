using System.Collections.Concurrent;
using System.Text.Json;
using R2P.Api.Authentication;

namespace R2P.Scenario.Tests;

/// <summary>Offices and people beyond the sample network. A token can be signed for any name; who has one is nobody until an appointment is confirmed.</summary>
internal static class Founding
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Founded = new(StringComparer.Ordinal);

    /// <summary>A name that nobody has yet, and under which a new person can speak.</summary>
    public static string NewName(string what) => $"{what}-{Guid.NewGuid():N}";

    /// <summary>A code that no office has yet.</summary>
    public static string NewCode(string what) => $"{what}_{Guid.NewGuid():N}".ToUpperInvariant()[..40];

    /// <summary>Somebody new, as an appointment proposes them.</summary>
    public static object Person(string name) =>
        new { @new = new { displayName = name, issuer = DevelopmentKey.Issuer, subject = R2P.Schema.SampleNetwork.SamplePersonas.SubjectOf(name) } };

    /// <summary>Proposed by one, confirmed by another.</summary>
    public static async Task<JsonElement> AppointAsync(
        this Network network, string proposer, string office, string name, string role, string confirmer = "secretariat")
    {
        var proposal = await network.ActAsync(
            proposer, "proposeAppointment", new { office, person = Person(name), role }, "appointment { id version }");
        return await network.ActAsync(
            confirmer, "confirmAppointment", new { id = proposal.Id(), version = proposal.Version() }, "appointment { id version status }");
    }

    /// <summary>The focal point of a State that was not in the sample network: the same for all tests.</summary>
    public static Task<string> StateAsync(this Network network, string country) =>
        Once(network, country, "NATIONAL_FOCAL_POINT", joins: "GLOBAL_NETWORK_R2P_FOCAL_POINTS");

    /// <summary>The secretariat of a network that had none: the same for all tests.</summary>
    public static Task<string> SecretariatAsync(this Network network, string code) => Once(network, code, "NETWORK_SECRETARIAT", joins: null);

    private static Task<string> Once(Network network, string party, string role, string? joins) => Founded.GetOrAdd(
        party, code => new Lazy<Task<string>>(() => FoundAsync(network.Service, code, role, joins))).Value;

    private static async Task<string> FoundAsync(ServiceProcess service, string party, string role, string? joins)
    {
        var name = $"first-of-{party}";
        if (joins is not null)
        {
            await ActAsync(service, "secretariat", "recordMembership", "RecordMembershipInput", new { party, body = joins }, "membership { id }");
        }

        var office = await ActAsync(
            service, "admin", "openOffice", "OpenOfficeInput", new { party, code = $"{party}_FIRST", name = $"First office of {party}" }, "office { id }");
        var proposal = await ActAsync(
            service, "admin", "proposeAppointment", "ProposeAppointmentInput", new { office = office.Id(), person = Person(name), role }, "appointment { id version }");
        await ActAsync(
            service, "secretariat", "confirmAppointment", "ConfirmAppointmentInput", new { id = proposal.Id(), version = proposal.Version() }, "appointment { id }");
        return name;
    }

    private static async Task<JsonElement> ActAsync(ServiceProcess service, string persona, string act, string type, object input, string answer)
    {
        var query = $"mutation($input: {type}!) {{ {act}(input: $input) {{ {answer} errors {{ code message path }} }} }}";
        var payload = (await service.AskAsync(persona, query, new { input })).Data.GetProperty(act);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(answer[..answer.IndexOf(' ', StringComparison.Ordinal)]);
    }
}
