using System.Text.Json;

namespace R2P.Schema.Tests.Assistance;

/// <summary>What desks do with requests and offers.</summary>
internal sealed class AssistanceDesk(NetworkFixture network)
{
    public static readonly object[] Principles =
    [
        .. new[] { "NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY" }
            .Select(principle => new { principle, answer = "It is kept." }),
    ];

    public Personas Personas { get; } = new(network);

    public async Task<string> OfficeAsync(string code) =>
        (await network.DataAsync("observer", "query($code: String!) { office(code: $code) { id } }", new { code }))
            .GetProperty("office").GetProperty("id").GetString()!;

    public async Task<object> NamedAsync(params string[] offices) =>
        new { kind = "NAMED", offices = await Task.WhenAll(offices.Select(OfficeAsync)) };

    /// <summary>A request of Ghana for mediators, before Denmark.</summary>
    public async Task<JsonElement> OpenAsync(string title = "Mediators", string fields = "id version status") =>
        await OpenAsync("ghana", Request(title, await NamedAsync("DNK_FOCAL_POINT")), fields);

    public Task<JsonElement> OpenAsync(string persona, object input, string fields = "id version status") =>
        Personas.ActAsync(persona, "openAssistanceRequest", "request", input, fields);

    public static object Request(string title, object? audience, string? country = null, object[]? principles = null) => new
    {
        title,
        country,
        category = "PROTECTION_ASSISTANCE",
        form = "CIVILIAN_ASSISTANCE",
        civilianForm = "MEDIATION_EXPERTISE",
        inhibitors = new[] { "SECURITY_SECTOR" },
        whatFor = "Mediators for local disputes.",
        principles = principles ?? Principles,
        urgency = "SOON",
        needs = new object[]
        {
            new { key = "N1", what = "Costs", kind = "MONEY", amount = "1000.50", unit = "EUR" },
            new { key = "N2", what = "Mediators", kind = "KIND", amount = "3", unit = "people" },
        },
        consultedInConfidence = new[] { new { kind = "COMMUNITY", name = "Elders of three districts" } },
        audience,
    };

    public Task<JsonElement> OfferAsync(string persona, JsonElement request, string fields = "id version status") =>
        Personas.ActAsync(persona, "offerAssistance", "offer", Offer(request), fields);

    public static object Offer(JsonElement request) => new
    {
        title = "Two mediators",
        what = "Two mediators for six months.",
        request = Personas.Id(request),
        principles = Principles,
        pledges = new object[]
        {
            new { need = "N1", what = "Travel", kind = "MONEY", amount = "400.25", unit = "EUR" },
            new { need = "N2", what = "Mediators", kind = "KIND", amount = "2", unit = "people" },
        },
    };

    public Task<JsonElement> StepAsync(string persona, string act, JsonElement offer, object? more = null, string fields = "id version status")
    {
        var input = new Dictionary<string, object?> { ["id"] = Personas.Id(offer), ["version"] = offer.GetProperty("version").GetInt32() };
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            input[property.Name] = property.GetValue(more);
        }

        return Personas.ActAsync(persona, act, "offer", input, fields);
    }

    /// <summary>An offer of Denmark to Ghana on whose scope both have agreed.</summary>
    public async Task<JsonElement> AgreeAsync()
    {
        var accepted = await StepAsync("ghana", "acceptOffer", await OfferAsync("denmark", await OpenAsync()));
        var proposed = await StepAsync("ghana", "agreeScope", accepted, new { scope = "Two mediators in the north." });
        return await StepAsync("denmark", "agreeScope", proposed);
    }
}
