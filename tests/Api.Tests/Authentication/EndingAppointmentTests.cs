using System.Text.Json;

namespace R2P.Api.Tests.Authentication;

/// <summary>An appointment that ends at a date ends its open streams at that moment, though nothing happens then.</summary>
public sealed class EndingAppointmentTests(SharedService shared)
{
    private const string Persona = "un-desk";
    private const string Follow = "subscription { changes { type } }";

    [Fact]
    public async Task A_socket_is_told_when_the_date_of_its_appointment_comes()
    {
        var service = shared.Process;
        await using var resigning = await SocketClient.SubscribeAsync(service, service.TokenOf(Persona), Follow, new { });
        var id = (await service.AskAsync(Persona, "{ viewer { appointments { id } } }")).Data
            .GetProperty("viewer").GetProperty("appointments")[0].GetProperty("id").GetString();

        var endsAt = TimeProvider.System.GetUtcNow().AddSeconds(3);
        const string end = "mutation($input: EndAppointmentInput!) { endAppointment(input: $input) { errors { message } } }";
        var ended = await service.AskAsync(Persona, end, new { input = new { id, version = 1, endsAt } });
        Assert.Equal("[]", ended.Data.GetProperty("endAppointment").GetProperty("errors").GetRawText());
        var told = await UntilErrorAsync(resigning);

        Assert.InRange(TimeProvider.System.GetUtcNow() - endsAt, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal("Your appointment has ended. Subscribe again to follow what is public.", told.GetProperty("message").GetString());
        Assert.Equal("FORBIDDEN", told.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("complete", (await resigning.ReceiveAsync())?.GetProperty("type").GetString());
    }

    /// <summary>The error with which a stream ends, after whatever it tells before.</summary>
    private static async Task<JsonElement> UntilErrorAsync(SocketClient socket)
    {
        while (true)
        {
            var message = await socket.ReceiveAsync();
            Assert.Equal("next", message?.GetProperty("type").GetString());
            if (message!.Value.GetProperty("payload").TryGetProperty("errors", out var errors))
            {
                return errors[0];
            }
        }
    }
}
