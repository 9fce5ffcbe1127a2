using System.Text.Json;

namespace R2P.Schema.Tests.Exchanges;

public sealed class ExchangeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Texts = "messages(order: [{ createdAt: ASC }]) { totalCount nodes { text } }";
    private readonly Personas _personas = new(network);
    private readonly Desks _desks = new(network);

    [Fact]
    public async Task An_exchange_is_seen_by_its_offices_and_nobody_else()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Only these two", "EU_R2P_DESK");
        await _desks.SendAsync("au-desk", exchange, new { text = "First" });

        Assert.Equal(("OPEN", 1), Personas.State(exchange));
        Assert.Equal(
            """{"participants":[{"office":{"code":"AU_R2P_DESK"},"invitedBy":null},{"office":{"code":"EU_R2P_DESK"},"invitedBy":{"code":"AU_R2P_DESK"}}],"messages":{"totalCount":1,"nodes":[{"text":"First"}]},"viewerCan":["CONTRIBUTE","CLOSE"]}""",
            Sorted(await _desks.LookAsync("eu-desk", exchange, $"participants {{ office {{ code }} invitedBy {{ code }} }} {Texts} viewerCan")));
        foreach (var persona in new[] { "kenya", "secretariat", "observer", "auditor", "admin", null })
        {
            Assert.False(await _personas.SeesAsync(persona, Personas.Id(exchange)));
            var lists = await network.DataAsync(
                persona,
                """{ exchanges(where: { title: { eq: "Only these two" } }) { totalCount } exchangeMessages(where: { status: { eq: SENT } }, first: 200) { nodes { text } } }""");
            Assert.Equal(0, lists.GetProperty("exchanges").GetProperty("totalCount").GetInt32());
            Assert.DoesNotContain("First", lists.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_is_its_offices_own_until_it_is_sent_and_is_not_edited_afterwards()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Drafts", "EU_R2P_DESK");
        var draft = await _personas.ActAsync(
            "au-desk", "draftMessage", "message", new { exchangeId = Personas.Id(exchange), message = new { text = "Half a thought" } }, Desks.Message);
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", (await _desks.LookAsync("eu-desk", exchange, Texts)).GetProperty("messages").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("eu-desk", Personas.Id(draft), "ExchangeMessage", "id")).ValueKind);
        Assert.Equal(
            "NOT_FOUND", await CodeAsync("eu-desk", "reviseMessage", "message", new { id = Personas.Id(draft), version = 1, message = new { text = "?" } }));

        var revised = await _personas.ActAsync(
            "au-desk", "reviseMessage", "message", new { id = Personas.Id(draft), version = 1, message = new { text = "A thought" } }, Desks.Message);
        Assert.Equal("CONFLICT", await CodeAsync("au-desk", "sendMessage", "message", new { draft = Personas.Id(draft), version = 1 }));
        var sent = await _personas.ActAsync("au-desk", "sendMessage", "message", new { draft = Personas.Id(revised), version = 2 }, Desks.Message);

        Assert.Equal("SENT", sent.GetProperty("status").GetString());
        Assert.Equal("""[{"code":"EU_R2P_DESK"}]""", sent.GetProperty("to").GetRawText());
        Assert.Equal("A thought", (await _desks.NodeAsync("eu-desk", Personas.Id(draft), "ExchangeMessage", "text")).GetProperty("text").GetString());
        Assert.Equal(
            "INVALID_TRANSITION",
            await CodeAsync("au-desk", "reviseMessage", "message", new { id = Personas.Id(draft), version = 2, message = new { text = "Other" } }));
    }

    [Fact]
    public async Task A_message_to_some_stays_among_them_also_when_it_is_replied_to()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Some of three", "EU_R2P_DESK", "KEN_FOCAL_POINT");
        var quiet = await _desks.SendAsync("au-desk", exchange, new { text = "Between us", to = new[] { Desks.Office("EU_R2P_DESK") } });
        var before = await _desks.LookAsync("kenya", exchange, "version updatedAt events { nodes { type } } " + Texts);

        var reply = await _desks.ReplyAsync("eu-desk", quiet, new { text = "Noted" });
        var wider = await _personas.RefusalAsync(
            "eu-desk", "replyTo", "message",
            new { messageId = Personas.Id(quiet), message = new { text = "Kenya, look", to = new[] { Desks.Office("KEN_FOCAL_POINT") } } });

        Assert.Equal("""[{"code":"AU_R2P_DESK"}]""", reply.GetProperty("to").GetRawText());
        Assert.Equal("""["input","message","to","0"]""", wider.GetProperty("path").GetRawText());
        Assert.Equal(before.GetRawText(), (await _desks.LookAsync("kenya", exchange, "version updatedAt events { nodes { type } } " + Texts)).GetRawText());
        Assert.Equal("""["EXCHANGE_OPENED"]""", JsonSerializer.Serialize(
            before.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("type").GetString())));
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "replyTo", "message", new { messageId = Personas.Id(quiet), message = new { text = "?" } }));
    }

    [Fact]
    public async Task What_may_be_passed_on_may_be_answered_to_all_who_take_part()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Passed on", "EU_R2P_DESK", "KEN_FOCAL_POINT");
        var open = await _desks.SendAsync(
            "au-desk", exchange,
            new { text = "For all", to = new[] { Desks.Office("EU_R2P_DESK") }, handling = new { purpose = "Planning", onwardSharing = true } },
            Desks.Message + " handling { purpose onwardSharing expiresAt }");

        var reply = await _desks.ReplyAsync("eu-desk", open, new { text = "Kenya should know" });

        Assert.Equal("""{"purpose":"Planning","onwardSharing":true,"expiresAt":null}""", open.GetProperty("handling").GetRawText());
        Assert.Equal(2, reply.GetProperty("to").GetArrayLength());
        var seen = await _desks.NodeAsync("kenya", Personas.Id(reply), "ExchangeMessage", "text inReplyTo { id }");
        Assert.Equal("""{"text":"Kenya should know","inReplyTo":null}""", seen.GetRawText());
    }

    [Fact]
    public async Task Who_joins_reads_what_comes_and_not_what_was()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Newcomer", "EU_R2P_DESK");
        await _desks.SendAsync("au-desk", exchange, new { text = "Before" });
        await _personas.ActAsync("au-desk", "addTask", "task", new { exchangeId = Personas.Id(exchange), text = "Old task" }, "id");
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "sendMessage", "message", new { exchangeId = Personas.Id(exchange), message = new { text = "?" } }));

        await _personas.ActAsync("eu-desk", "inviteToExchange", "exchange", new
        {
            id = Personas.Id(exchange), version = 1, offices = new[] { Desks.Office("KEN_FOCAL_POINT") },
        });
        await _desks.SendAsync("eu-desk", exchange, new { text = "After" });

        var seen = await _desks.LookAsync(
            "kenya", exchange, $"{Texts} tasks {{ nodes {{ text }} }} participants {{ office {{ code }} }} revisions {{ totalCount }}");
        Assert.Equal("""{"totalCount":1,"nodes":[{"text":"After"}]}""", seen.GetProperty("messages").GetRawText());
        Assert.Equal("""{"nodes":[]}""", seen.GetProperty("tasks").GetRawText());
        Assert.Equal(3, seen.GetProperty("participants").GetArrayLength());
        Assert.Equal(0, seen.GetProperty("revisions").GetProperty("totalCount").GetInt32());
        Assert.Equal("INVALID_INPUT", await CodeAsync("kenya", "inviteToExchange", "exchange", new
        {
            id = Personas.Id(exchange), version = 2, offices = new[] { Desks.Office("EU_R2P_DESK") },
        }));
    }

    [Fact]
    public async Task Who_leaves_keeps_the_version_of_their_time_and_hears_nothing_more()
    {
        const string all = $"version {Texts} viewerCan audience {{ offices }} participants {{ office {{ code }} leftAt }} revisions {{ totalCount }} events {{ nodes {{ type }} }}";
        var exchange = await _desks.OpenAsync("au-desk", "Leaving", "EU_R2P_DESK", "KEN_FOCAL_POINT");
        var sent = await _desks.SendAsync("au-desk", exchange, new { text = "While all were there" });
        var open = await _personas.ActAsync("eu-desk", "addTask", "task", new { exchangeId = Personas.Id(exchange), text = "Still open" }, "id");
        await _personas.ActAsync("au-desk", "leaveExchange", "exchange", new { id = Personas.Id(exchange), version = 1, reason = "Another desk takes over" });
        var left = await _desks.LookAsync("au-desk", exchange, all);
        await _desks.SendAsync("eu-desk", exchange, new { text = "Without them" });
        await _personas.ActAsync("eu-desk", "inviteToExchange", "exchange", new
        {
            id = Personas.Id(exchange), version = 2, offices = new[] { Desks.Office("GHA_FOCAL_POINT") },
        });
        await _personas.ActAsync("eu-desk", "completeTask", "task", new { id = Personas.Id(open) }, "id");
        await _personas.ActAsync("kenya", "leaveExchange", "exchange", new { id = Personas.Id(exchange), version = 3 });

        Assert.Equal(1, left.GetProperty("version").GetInt32());
        Assert.Equal("""{"totalCount":1,"nodes":[{"text":"While all were there"}]}""", left.GetProperty("messages").GetRawText());
        Assert.Equal(3, left.GetProperty("audience").GetProperty("offices").GetArrayLength());
        Assert.Equal("[]", left.GetProperty("viewerCan").GetRawText());
        Assert.Equal(left.GetRawText(), (await _desks.LookAsync("au-desk", exchange, all)).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("au-desk", Personas.Id(open), "ExchangeTask", "id")).ValueKind);
        Assert.Equal(
            "NOT_FOUND", await CodeAsync("au-desk", "sendMessage", "message", new { exchangeId = Personas.Id(exchange), message = new { text = "?" } }));
        Assert.Equal("NOT_FOUND", await CodeAsync("au-desk", "closeExchange", "exchange", new { id = Personas.Id(exchange), version = 4 }));

        var seen = await _desks.LookAsync("ghana", exchange, "audience { offices } participants { office { code } } owner { code }");
        Assert.Equal(
            [Desks.Office("EU_R2P_DESK"), Desks.Office("GHA_FOCAL_POINT")],
            seen.GetProperty("audience").GetProperty("offices").EnumerateArray().Select(office => office.GetString()));
        Assert.DoesNotContain("AU_R2P_DESK", seen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("EU_R2P_DESK", seen.GetProperty("owner").GetProperty("code").GetString());

        await _personas.ActAsync("au-desk", "withdrawMessage", "message", new { id = Personas.Id(sent) }, "status");
        Assert.Equal(
            $"[\"{Personas.Id(sent)}\"]", (await _desks.LookAsync("kenya", exchange, "withdrawnMessages")).GetProperty("withdrawnMessages").GetRawText());
    }

    [Fact]
    public async Task Who_comes_back_has_a_stay_of_their_own_and_not_what_was_meanwhile()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Coming back", "EU_R2P_DESK");
        await _personas.ActAsync("eu-desk", "leaveExchange", "exchange", new { id = Personas.Id(exchange), version = 1 });
        await _desks.SendAsync("au-desk", exchange, new { text = "Meanwhile" });

        await _personas.ActAsync(
            "au-desk", "inviteToExchange", "exchange", new { id = Personas.Id(exchange), version = 2, offices = new[] { Desks.Office("EU_R2P_DESK") } });
        await _desks.SendAsync("au-desk", exchange, new { text = "Welcome back" });

        var seen = await _desks.LookAsync("eu-desk", exchange, $"version {Texts} participants {{ office {{ code }} leftAt }} viewerCan");
        Assert.Equal("""{"totalCount":1,"nodes":[{"text":"Welcome back"}]}""", seen.GetProperty("messages").GetRawText());
        Assert.Equal(3, seen.GetProperty("version").GetInt32());
        var stays = seen.GetProperty("participants")
            .EnumerateArray().Where(stay => stay.GetProperty("office").GetProperty("code").GetString() == "EU_R2P_DESK");
        Assert.Equal([JsonValueKind.String, JsonValueKind.Null], stays.Select(stay => stay.GetProperty("leftAt").ValueKind));
    }

    [Fact]
    public async Task Among_offices_of_one_State_its_contributors_open_and_send_and_nowhere_else()
    {
        var own = await _desks.OpenAsync("kenya-contributor", "Inside Kenya", "KEN_FOCAL_POINT");
        var sent = await _desks.SendAsync("kenya-contributor", own, new { text = "The districts say" });
        await _desks.ReplyAsync("kenya", sent, new { text = "Thank you" });
        Assert.Equal(
            "NOT_ALLOWED",
            await CodeAsync("kenya-contributor", "openExchange", "exchange", new { title = "Abroad", purpose = "To speak for Kenya.", with = new[] { Desks.Office("GHA_FOCAL_POINT") } }));

        await _personas.ActAsync(
            "kenya", "inviteToExchange", "exchange", new { id = Personas.Id(own), version = 1, offices = new[] { Desks.Office("GHA_FOCAL_POINT") } });

        Assert.Equal(
            "NOT_ALLOWED",
            await CodeAsync("kenya-contributor", "sendMessage", "message", new { exchangeId = Personas.Id(own), message = new { text = "To Ghana, too" } }));
        Assert.False((await _desks.LookAsync("ghana", own, Texts)).GetRawText().Contains("districts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_message_leaves_its_id_and_a_correction_leads_back()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Withdrawn", "EU_R2P_DESK");
        var wrong = await _desks.SendAsync("au-desk", exchange, new { text = "Forty trucks" });
        var right = await _desks.SendAsync("au-desk", exchange, new { text = "Fourteen trucks", corrects = Personas.Id(wrong) }, "id corrects { text }");
        Assert.Equal("Forty trucks", right.GetProperty("corrects").GetProperty("text").GetString());
        Assert.Equal(
            """{"correctedBy":[{"text":"Fourteen trucks"}]}""",
            (await _desks.NodeAsync("eu-desk", Personas.Id(wrong), "ExchangeMessage", "correctedBy { text }")).GetRawText());
        Assert.Equal("NOT_ALLOWED", await CodeAsync("eu-desk", "withdrawMessage", "message", new { id = Personas.Id(wrong) }));

        await _personas.ActAsync("au-desk", "withdrawMessage", "message", new { id = Personas.Id(wrong) }, "status");

        var seen = await _desks.LookAsync("eu-desk", exchange, Texts + " withdrawnMessages messages2: messages { nodes { corrects { id } } }");
        Assert.Equal("""{"totalCount":1,"nodes":[{"text":"Fourteen trucks"}]}""", seen.GetProperty("messages").GetRawText());
        Assert.Equal($"[\"{Personas.Id(wrong)}\"]", seen.GetProperty("withdrawnMessages").GetRawText());
        Assert.Equal("""{"nodes":[{"corrects":null}]}""", seen.GetProperty("messages2").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("eu-desk", Personas.Id(wrong), "ExchangeMessage", "id")).ValueKind);
        Assert.Equal("[]", (await _desks.LookAsync("au-desk", exchange, "withdrawnMessages")).GetProperty("withdrawnMessages").GetRawText());
    }

    [Fact]
    public async Task An_expected_reply_is_in_the_inbox_of_who_owes_it_until_it_is_sent()
    {
        var exchange = await _desks.OpenAsync("au-desk", "Expected", "EU_R2P_DESK", "KEN_FOCAL_POINT");
        var asked = await _desks.SendAsync("au-desk", exchange, new { text = "Your view?", replyExpectedBy = "2999-01-31" });
        var entry = ("REPLY_EXPECTED", Personas.Id(asked), "2999-01-31");
        Assert.Contains(entry, await _desks.InboxAsync("eu-desk"));
        Assert.Contains(entry, await _desks.InboxAsync("kenya"));
        Assert.DoesNotContain(entry, await _desks.InboxAsync("au-desk"));

        await _desks.ReplyAsync("eu-desk", asked, new { text = "Our view" });

        Assert.DoesNotContain(entry, await _desks.InboxAsync("eu-desk"));
        Assert.Equal(
            """{"repliesExpected":[{"from":{"code":"KEN_FOCAL_POINT"},"by":"2999-01-31","overdue":false,"message":{"text":"Your view?"}}]}""",
            (await _desks.LookAsync("au-desk", exchange, "repliesExpected { from { code } by overdue message { text } }")).GetRawText());
        Assert.Equal(
            """{"replies":{"nodes":[{"text":"Our view"}]},"repliesExpected":[{"by":"2999-01-31"}]}""",
            (await _desks.NodeAsync("au-desk", Personas.Id(asked), "ExchangeMessage", "replies { nodes { text } } repliesExpected { by }")).GetRawText());
        var early = await _personas.RefusalAsync("au-desk", "closeExchange", "exchange", new { id = Personas.Id(exchange), version = 1 });
        Assert.Equal("""["input","reason"]""", early.GetProperty("path").GetRawText());
        var closed = await _personas.ActAsync(
            "au-desk", "closeExchange", "exchange", new { id = Personas.Id(exchange), version = 1, reason = "Overtaken by events" });
        Assert.Equal(("CLOSED", 2), Personas.State(closed));
        Assert.DoesNotContain(entry, await _desks.InboxAsync("kenya"));
        Assert.Equal(
            "INVALID_TRANSITION",
            await CodeAsync("kenya", "sendMessage", "message", new { exchangeId = Personas.Id(exchange), message = new { text = "Late" } }));
    }

    [Fact]
    public async Task A_balance_counts_what_the_viewer_may_see()
    {
        var exchange = await _desks.OpenAsync("denmark", "Balance", "CRI_FOCAL_POINT", "GHA_FOCAL_POINT");
        var first = await _desks.SendAsync("denmark", exchange, new { text = "One", replyExpectedBy = "2999-01-31" });
        await _desks.SendAsync("denmark", exchange, new { text = "Two", to = new[] { Desks.Office("GHA_FOCAL_POINT") } });
        await _desks.ReplyAsync("costa-rica", first, new { text = "Back" });

        const string query = "query($with: ID!) { exchangeBalance(with: $with) { sent received repliesAwaited repliesOwed } }";
        Task<JsonElement> Balance(string persona, string office) => network.DataAsync(persona, query, new { with = Desks.Office(office) });

        Assert.Equal(
            """{"exchangeBalance":{"sent":1,"received":1,"repliesAwaited":0,"repliesOwed":0}}""", (await Balance("denmark", "CRI_FOCAL_POINT")).GetRawText());
        Assert.Equal(
            """{"exchangeBalance":{"sent":2,"received":0,"repliesAwaited":1,"repliesOwed":0}}""", (await Balance("denmark", "GHA_FOCAL_POINT")).GetRawText());
        Assert.Equal(
            """{"exchangeBalance":{"sent":0,"received":2,"repliesAwaited":0,"repliesOwed":1}}""", (await Balance("ghana", "DNK_FOCAL_POINT")).GetRawText());
        Assert.Equal(
            """{"exchangeBalance":{"sent":0,"received":0,"repliesAwaited":0,"repliesOwed":0}}""", (await Balance("observer", "DNK_FOCAL_POINT")).GetRawText());
        Assert.Equal(
            """[{"office":{"code":"CRI_FOCAL_POINT"},"sent":1,"received":1},{"office":{"code":"GHA_FOCAL_POINT"},"sent":2,"received":0}]""",
            JsonSerializer.Serialize((await _desks.LookAsync("denmark", exchange, "balance { office { code } sent received }")).GetProperty("balance")
                .EnumerateArray().OrderBy(row => row.GetRawText(), StringComparer.Ordinal)));
        var later = await network.DataAsync(
            "denmark", query.Replace("with: $with", "with: $with, since: \"2998-01-01T00:00:00Z\"", StringComparison.Ordinal),
            new { with = Desks.Office("GHA_FOCAL_POINT") });
        Assert.Equal(0, later.GetProperty("exchangeBalance").GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_link_shows_each_reader_what_they_may_see_anyway()
    {
        var shared = await _personas.PublishPracticeAsync("kenya", Personas.ToAfrica, "Linked");
        var own = await _personas.ProposeAsync("kenya", "Not shared");
        var exchange = await _desks.OpenAsync("kenya", "Links", "EU_R2P_DESK", "AU_R2P_DESK");
        var links = new[] { Personas.Id(shared), Personas.Id(own) };
        var sent = await _desks.SendAsync("kenya", exchange, new { text = "See these", documents = links }, "id documents { title }");

        Assert.Equal("""[{"title":"Linked"},{"title":"Not shared"}]""", sent.GetProperty("documents").GetRawText());
        Assert.Equal(
            """{"documents":[{"title":"Linked"}]}""",
            (await _desks.NodeAsync("au-desk", Personas.Id(sent), "ExchangeMessage", "documents { title }")).GetRawText());
        Assert.Equal("""{"documents":[]}""", (await _desks.NodeAsync("eu-desk", Personas.Id(sent), "ExchangeMessage", "documents { title }")).GetRawText());
        var guessed = await _personas.RefusalAsync(
            "eu-desk", "sendMessage", "message",
            new { exchangeId = Personas.Id(exchange), message = new { text = "?", documents = new[] { Personas.Id(own) } } });
        Assert.Equal("""["input","message","documents","0"]""", guessed.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_task_is_due_for_its_office_and_done_by_it()
    {
        var exchange = await _desks.OpenAsync("ghana", "Tasks", "DNK_FOCAL_POINT", "CRI_FOCAL_POINT");
        var task = await _personas.ActAsync("ghana", "addTask", "task", new
        {
            exchangeId = Personas.Id(exchange), text = "Send the calendar", forOffice = Desks.Office("DNK_FOCAL_POINT"), dueOn = "2999-02-01",
        }, "id text office { code } addedBy { code } dueOn");
        var entry = ("TASK_DUE", Personas.Id(task), "2999-02-01");
        Assert.Contains(entry, await _desks.InboxAsync("denmark"));
        Assert.DoesNotContain(entry, await _desks.InboxAsync("costa-rica"));
        Assert.Equal("NOT_ALLOWED", await CodeAsync("costa-rica", "completeTask", "task", new { id = Personas.Id(task) }));
        Assert.Equal("NOT_FOUND", await CodeAsync("kenya", "completeTask", "task", new { id = Personas.Id(task) }));

        var done = await _personas.ActAsync("denmark", "completeTask", "task", new { id = Personas.Id(task), result = "Sent." }, "doneAt result");

        Assert.Equal(("Sent.", JsonValueKind.String), (done.GetProperty("result").GetString(), done.GetProperty("doneAt").ValueKind));
        Assert.DoesNotContain(entry, await _desks.InboxAsync("denmark"));
        Assert.Equal("INVALID_INPUT", await CodeAsync("ghana", "completeTask", "task", new { id = Personas.Id(task) }));

        var open = await _personas.ActAsync("ghana", "addTask", "task", new { exchangeId = Personas.Id(exchange), text = "Not in time" }, "id");
        await _personas.ActAsync("denmark", "closeExchange", "exchange", new { id = Personas.Id(exchange), version = 1 });
        Assert.Equal("INVALID_TRANSITION", await CodeAsync("ghana", "completeTask", "task", new { id = Personas.Id(open) }));
    }

    [Fact]
    public async Task A_partnership_is_read_by_its_parties_only()
    {
        const string record = "id version aim activities startsOn endsOn results parties { code } exchange { title }";
        var exchange = await _desks.OpenAsync("ghana", "Partnership", "DNK_FOCAL_POINT", "CRI_FOCAL_POINT");
        var parties = new[] { Desks.Office("GHA_FOCAL_POINT"), Desks.Office("DNK_FOCAL_POINT") };
        var first = await _personas.ActAsync("ghana", "recordPartnership", "partnership", new
        {
            exchangeId = Personas.Id(exchange), parties, aim = "Train mediators", activities = new[] { "Two courses" }, startsOn = "2027-01-01",
            endsOn = "2027-12-31",
        }, record);
        var changed = await _personas.ActAsync("denmark", "recordPartnership", "partnership", new
        {
            exchangeId = Personas.Id(exchange), id = Personas.Id(first), version = 1, parties, aim = "Train mediators", results = "Forty were trained.",
        }, record);

        Assert.Equal((1, 2), (first.GetProperty("version").GetInt32(), changed.GetProperty("version").GetInt32()));
        Assert.Equal("Forty were trained.", changed.GetProperty("results").GetString());
        Assert.Equal("[]", (await _desks.LookAsync("costa-rica", exchange, "partnerships { aim }")).GetProperty("partnerships").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("costa-rica", Personas.Id(first), "Partnership", "id")).ValueKind);
        Assert.Equal("CONFLICT", await CodeAsync("ghana", "recordPartnership", "partnership", new
        {
            exchangeId = Personas.Id(exchange), id = Personas.Id(first), version = 1, parties, aim = "Otherwise",
        }));
        await _personas.ActAsync("denmark", "recordPartnership", "partnership", new
        {
            exchangeId = Personas.Id(exchange), id = Personas.Id(first), version = 2, aim = "Train mediators elsewhere",
            parties = new[] { Desks.Office("DNK_FOCAL_POINT"), Desks.Office("CRI_FOCAL_POINT") },
        }, "id");
        Assert.Equal(JsonValueKind.Null, (await _desks.NodeAsync("ghana", Personas.Id(first), "Partnership", "id")).ValueKind);
        Assert.Equal("INVALID_INPUT", await CodeAsync("costa-rica", "recordPartnership", "partnership", new
        {
            exchangeId = Personas.Id(exchange), parties, aim = "Without us",
        }));
    }

    [Fact]
    public async Task An_exchange_with_nobody_is_a_private_log()
    {
        var log = await _desks.OpenAsync("ghana", "Good offices, log");
        await _desks.SendAsync("ghana", log, new { text = "Called both sides." });

        var own = await _desks.LookAsync("ghana", log, "audience { kind } " + Texts);
        Assert.Equal("OFFICE", own.GetProperty("audience").GetProperty("kind").GetString());
        Assert.Equal(1, own.GetProperty("messages").GetProperty("totalCount").GetInt32());
        Assert.False(await _personas.SeesAsync("kenya", Personas.Id(log)));
        Assert.Equal("INVALID_INPUT", await CodeAsync("ghana", "leaveExchange", "exchange", new { id = Personas.Id(log), version = 1 }));
    }

    [Fact]
    public async Task Nobody_gives_an_exchange_another_audience_or_takes_it_from_the_others()
    {
        var exchange = await _desks.OpenAsync("ghana", "Kept", "DNK_FOCAL_POINT");

        Assert.Equal("INVALID_TRANSITION", await CodeAsync(
            "ghana", "withdrawDocument", "document", new { id = Personas.Id(exchange), version = 1, reason = "Mine" }));
        Assert.Equal("NOT_ALLOWED", await CodeAsync(
            "ghana", "shareDocument", "document", new { id = Personas.Id(exchange), version = 1, audience = Personas.ToMembers }));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var data = await network.DataAsync(
            "ghana",
            """mutation($with: [ID!]!) { openExchange(input: { title: " ", purpose: "", with: $with, countries: ["XXX"], tags: ["NONE"], language: "?" }) { errors { path } } }""",
            new { with = new[] { Desks.Office("GHA_FOCAL_POINT"), new R2P.GraphQL.NodeId("Office", Guid.CreateVersion7()).ToString() } });

        Assert.Equal(
            ["input.title", "input.language", "input.purpose", "input.tags.0", "input.countries.0", "input.with.0", "input.with.1"],
            data.GetProperty("openExchange").GetProperty("errors").EnumerateArray()
                .Select(error => string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))));
    }

    private async Task<string?> CodeAsync(string persona, string act, string answer, object input) =>
        (await _personas.RefusalAsync(persona, act, answer, input)).GetProperty("code").GetString();

    private static string Sorted(JsonElement exchange)
    {
        var seats = exchange.GetProperty("participants").EnumerateArray().Select(seat => seat.GetRawText()).Order(StringComparer.Ordinal);
        return $"{{\"participants\":[{string.Join(',', seats)}],\"messages\":{exchange.GetProperty("messages").GetRawText()},\"viewerCan\":{exchange.GetProperty("viewerCan").GetRawText()}}}";
    }
}
