using System.Text.Json;

namespace R2P.Schema.Tests.Members;

/// <summary>The acts on appointments as clients call them.</summary>
internal static class AppointmentActs
{
    private const string Answer =
        "clientMutationId appointment { id version status role startsAt endsAt person { id displayName } office { code } "
        + "proposedBy { displayName } confirmedBy { displayName } } errors { __typename code message path }";

    public static async Task<string> OfficeIdAsync(this NetworkFixture network, string code) =>
        (await network.DataAsync(null, "query($code: String!) { office(code: $code) { id } }", new { code }))
            .GetProperty("office").GetProperty("id").GetString()!;

    public static object Newcomer(string name) =>
        new { @new = new { displayName = $"New: {name}", issuer = SampleDatabase.Issuer, subject = $"sample:{name}" } };

    public static async Task<JsonElement> ProposeAsync(
        this NetworkFixture network, string persona, string office, object person, string role, object? more = null)
    {
        var input = Merge(new { office = await network.OfficeIdAsync(office), person, role }, more);
        return await ActAsync(network, persona, "proposeAppointment", "ProposeAppointmentInput", input);
    }

    public static Task<JsonElement> ConfirmAsync(this NetworkFixture network, string persona, JsonElement appointment) =>
        ActAsync(network, persona, "confirmAppointment", "ConfirmAppointmentInput", Seen(appointment));

    public static Task<JsonElement> EndAsync(this NetworkFixture network, string persona, JsonElement appointment, object? more = null) =>
        ActAsync(network, persona, "endAppointment", "EndAppointmentInput", Merge(Seen(appointment), more));

    /// <summary>Proposed by one persona, confirmed by the secretariat.</summary>
    public static async Task<JsonElement> AppointAsync(
        this NetworkFixture network, string proposer, string office, object person, string role, object? more = null) =>
        (await network.ConfirmAsync("secretariat", (await network.ProposeAsync(proposer, office, person, role, more)).Appointment())).Appointment();

    /// <summary>The appointment of an answer without errors.</summary>
    public static JsonElement Appointment(this JsonElement payload)
    {
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        return payload.GetProperty("appointment");
    }

    /// <summary>The only error of an answer, as its code and message.</summary>
    public static (string? Code, string? Message) Refusal(this JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("appointment").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return (error.GetProperty("code").GetString(), error.GetProperty("message").GetString());
    }

    public static string? Text(this JsonElement row, string field) => row.GetProperty(field).GetString();

    private static Dictionary<string, object?> Seen(JsonElement appointment) => new(StringComparer.Ordinal)
    {
        ["id"] = appointment.Text("id"),
        ["version"] = appointment.GetProperty("version").GetInt32(),
    };

    private static async Task<JsonElement> ActAsync(NetworkFixture network, string persona, string act, string inputType, object input)
    {
        var data = await network.DataAsync(persona, $"mutation($input: {inputType}!) {{ {act}(input: $input) {{ {Answer} }} }}", new { input });
        return data.GetProperty(act);
    }

    private static Dictionary<string, object?> Merge(object first, object? second)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in new[] { first, second }.OfType<object>().SelectMany(part => JsonSerializer.SerializeToElement(part).EnumerateObject()))
        {
            all[property.Name] = property.Value;
        }

        return all;
    }
}
