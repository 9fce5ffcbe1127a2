using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// Makes inputs of the contract's own types: random, but with values that have a chance to be taken; in the course of a process, on what came of that.
/// </summary>
internal sealed class InputMaker(Contract contract, Random random, World world, DateTimeOffset now, Course? course = null, bool isBrief = false)
{
    private const int MaxDepth = 5;

    private static readonly string[] Words =
        ["river", "council", "border", "grazing", "election", "mediation", "harvest", "court", "patrol", "school", "radio", "elders"];

    /// <summary>Fields of ids whose name does not tell the type.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["reviewers"] = "Office", ["with"] = "Office", ["to"] = "Office", ["invited"] = "Office", ["newcomer"] = "Office", ["peer"] = "Office",
        ["lead"] = "Office", ["receiver"] = "Office", ["responsible"] = "Office", ["attended"] = "Office", ["referTo"] = "Office", ["parties"] = "Office",
        ["reviewId"] = "PeerReview", ["release"] = "Comment", ["messageId"] = "ExchangeMessage", ["corrects"] = "ExchangeMessage",
        ["draft"] = "ExchangeMessage",
        ["DraftMessageInput.inReplyTo"] = "ExchangeMessage", ["AddCommentInput.inReplyTo"] = "Comment", ["by"] = "Guidance", ["guidance"] = "Guidance",
        ["request"] = "AssistanceRequest", ["summaryOf"] = "Alert", ["adaptedFrom"] = "Practice", ["invitationId"] = "ContributionInvitation",
        ["remove"] = "ProfileDetail", ["LinkDuplicatesInput.ids"] = "Recommendation", ["AppointeeInput.id"] = "Person",
        ["AlertOptionInput.restsOn"] = "AlertAnalysis", ["AcceptReviewerInput.offerId"] = "ReviewOffer", ["DeclineReviewerInput.offerId"] = "ReviewOffer",
        ["EraseTriggerNoteInput.id"] = "TriggerNote", ["EndPledgeSupportInput.id"] = "PledgeSupport", ["CompleteTaskInput.id"] = "ExchangeTask",
        ["CompleteFollowUpInput.id"] = "MeetingFollowUp", ["HandOverOfficeInput.id"] = "Appointment", ["EndMembershipInput.id"] = "Membership",
        ["SuspendMembershipInput.id"] = "Membership", ["AcknowledgeRecallInput.id"] = "Recall", ["RemoveAttachmentInput.id"] = "Attachment",
        ["ShareSourceCaseInput.id"] = "SourceCase", ["ShareSummaryInput.id"] = "SharedDocument", ["ShowTitleInput.id"] = "SharedDocument",
    };

    /// <summary>What the entries of a list are about: each about another.</summary>
    private static readonly string[] Distinct = ["key", "goal", "factor", "inhibitor", "principle", "trigger", "prerequisite", "avenue", "indicator"];

    /// <summary>What is being made an input for.</summary>
    private string _root = "";

    /// <summary>A moment that has come when the next chapter begins.</summary>
    public string ChapterEnd => $"{now.Add(Story.Chapter):O}";

    /// <summary>The types of which there is nothing yet, so that a field that needs one of them was left out.</summary>
    public IReadOnlyList<string> Lacking { get; private set; } = [];

    /// <summary>An input; fields that may be left out are left out as often as not.</summary>
    public JsonObject Make(ContractType input, string? payload, int depth = 0)
    {
        _root = depth == 0 ? input.Name : _root;
        switch (input.Name)
        {
            case "AudienceInput":
                return Audience();
            case "HandlingInput":
                return Handling();
        }

        var made = new JsonObject();
        foreach (var field in input.IsOneOf ? [input.Inputs[random.Next(input.Inputs.Length)]] : input.Inputs)
        {
            if ((field.Type.IsRequired || input.IsOneOf || IsWanted(field, depth)) && Value(input.Name, field, payload, depth) is { } value)
            {
                made[field.Name] = value;
            }
        }

        return Fit(input.Name, made);
    }

    /// <summary>Another value for one field of an input.</summary>
    public JsonNode? Value(string owner, ContractMember field, string? payload, int depth = 0) => Value(owner, field.Name, field.Type, payload, depth, 0);

    /// <summary>Values for the arguments of a field.</summary>
    public JsonObject Arguments(ContractMember field, IEnumerable<ContractMember> arguments) =>
        new(arguments.Select(argument => KeyValuePair.Create(argument.Name, Value(field.Name, argument, null))));

    /// <summary>An office that acts names itself only if it has to choose: everybody here has one.</summary>
    private bool IsWanted(ContractMember field, int depth) =>
        !isBrief && field.Name is not ("clientMutationId" or "office") && depth < MaxDepth && random.NextDouble() < (depth == 0 ? 0.5 : 0.3);

    private JsonNode? Value(string owner, string name, ContractReference type, string? payload, int depth, int index)
    {
        if (type.Item is { } item)
        {
            return List(owner, name, item, payload, depth);
        }

        return type.Name switch
        {
            "ID" => Id(owner, name, payload) is { } id ? JsonValue.Create(id) : null,
            "Int" => JsonValue.Create(name.Contains("year", StringComparison.OrdinalIgnoreCase) || name == "asOf" ? 2015 : random.Next(1, 4)),
            "Float" => JsonValue.Create(1.5),
            "Boolean" => JsonValue.Create(random.Next(3) > 0),
            "Date" => JsonValue.Create($"{now.AddDays(Days(name)):yyyy-MM-dd}"),
            "DateTime" => JsonValue.Create($"{now.AddDays(Days(name)):O}"),
            "URL" => JsonValue.Create("https://example.org/a"),
            "String" or "Markdown" or "CountryCode" => JsonValue.Create(Text(owner, name, index)),
            _ when contract[type.Name] is { Kind: "ENUM" } values => JsonValue.Create(values.Values[random.Next(values.Values.Length)]),
            _ when contract[type.Name] is { Kind: "INPUT_OBJECT" } input => depth > MaxDepth ? null : Make(input, payload, depth + 1),
            _ => null,
        };
    }

    /// <summary>Each entry says something on another thing; on each principle of assistance something has to be said.</summary>
    private JsonArray List(string owner, string name, ContractReference item, string? payload, int depth)
    {
        var type = contract[item.Name];
        var first = type.Inputs.FirstOrDefault(field => Distinct.Contains(field.Name));
        if (first is null)
        {
            var items = Enumerable.Range(0, random.Next(1, 4)).Select(index => Value(owner, name, item, payload, depth, index)).OfType<JsonNode>();
            return new JsonArray([.. items.DistinctBy(value => value.ToJsonString())]);
        }

        var known = CatalogueCodes.For(type.Name, first.Name) ?? ["K1", "K2"];
        var count = first.Name == "principle" ? known.Length : name is "goals" or "questions" ? 1 : random.Next(1, 3);
        var entries = known.Length > 2 && first.Name != "principle" ? known.OrderBy(_ => random.Next()) : known.AsEnumerable();
        return new JsonArray([.. entries.Take(count).Select(code =>
        {
            var made = Make(type, payload, depth + 1);
            made[first.Name] = code;
            return Fit(type.Name, made);
        })]);
    }

    /// <summary>What has to go together.</summary>
    private JsonObject Fit(string type, JsonObject made)
    {
        string? Said(string field) => made[field] is JsonValue value ? value.ToString() : null;
        string One(string[] codes) => codes[random.Next(codes.Length)];
        if (Said("category") is { } category && CatalogueCodes.FormsOf(category) is [_, ..] forms
            && (type == "OpenAssistanceRequestInput" || made.ContainsKey("form")))
        {
            made["form"] = One(forms);
        }
        else if (type == "OfferAssistanceInput")
        {
            made.Remove("form");
            made.Remove("category");
        }

        if (type == "FactorRatingInput" && made["indicators"] is JsonArray indicators && CatalogueCodes.IndicatorsOf(Said("factor")!) is var known)
        {
            foreach (var (indicator, code) in indicators.OfType<JsonObject>().Zip(known))
            {
                indicator["indicator"] = code;
            }
        }

        if (type == "RecordSelfCheckInput" && Said("list") is { } list && made["answers"] is JsonArray answers)
        {
            foreach (var (answer, code) in answers.OfType<JsonObject>().Zip(CatalogueCodes.EntriesOf(list)))
            {
                answer["code"] = code;
            }
        }

        if (type == "SendMessageInput" && made.ContainsKey("draft"))
        {
            made.Remove("exchangeId");
            made.Remove("message");
            made["version"] = 1;
        }
        else if (type == "SendMessageInput")
        {
            made.Remove("version");
            made["exchangeId"] ??= world.Pick(random, "Exchange");
            made["message"] ??= Make(contract[contract[type].Inputs.Single(field => field.Name == "message").Type.Name], null, 1);
        }

        if (type == "RecordTreatyActionInput" && made.ContainsKey("accountability"))
        {
            made.Remove("action");
        }

        return made;
    }

    private string? Id(string owner, string name, string? payload)
    {
        var stem = name.EndsWith("Id", StringComparison.Ordinal) && name.Length > 2 ? name[..^2] : name.EndsWith('s') ? name[..^1] : name;
        if ((Types.GetValueOrDefault($"{owner}.{name}") is { } exact ? Concrete(exact) : world.Expected(_root, name)) is { } expected)
        {
            var picked = course?.Latest(expected) ?? world.AnyOf(random, expected);
            Lacking = picked is null ? expected : Lacking;
            return picked;
        }

        return (Types.GetValueOrDefault(name) is { } type ? Pick(type) : null)
            ?? (name is "documentId" or "documents" or "id" && (payload is null or "SharedDocument") ? Document() : null)
            ?? (name == "id" && payload is not null ? Pick(payload) : null)
            ?? Pick(stem)
            ?? world.Any(random);
    }

    private string? Pick(string type) => course?.Latest(type) ?? world.Pick(random, type);

    private string? Document() => course?.Latest(contract["SharedDocument"].PossibleTypes) ?? world.AnyOf(random, contract["SharedDocument"].PossibleTypes);

    private string[] Concrete(string type) => contract[type].PossibleTypes is [_, ..] possible ? possible : [type];

    /// <summary>What was done lies behind, what is to come ahead.</summary>
    private int Days(string name) => name switch
    {
        "heldOn" or "madeOn" or "castOn" or "doneOn" or "adoptedOn" or "since" or "joinedOn" or "deliveredOn" or "endedOn" or "startedOn" or "leftOn"
            or "submittedOn" or "consentedOn" or "heardOn" => -random.Next(1, 300),
        "validFrom" or "from" => random.Next(-100, 0),
        _ => random.Next(1, 300),
    };

    private string Text(string owner, string name, int index)
    {
        if (CatalogueCodes.For(owner, name) is { } codes)
        {
            return codes[random.Next(codes.Length)];
        }

        return (owner, name) switch
        {
            (_, "key") => $"K{index + 1}",
            ("RegisterOrganizationInput", "code") => $"BODY_{random.Next(1_000_000)}",
            ("OpenOfficeInput", "code") => $"DESK_{random.Next(1_000_000)}",
            ("EvidenceLinkInput", "url") or ("DraftGuidanceInput", "url") => "https://example.org/b",
            ("NewPersonInput", "subject") => $"newcomer-{random.Next(1_000_000)}",
            (_, "cycle") => $"{random.Next(1, 5)}",
            ("search", _) => SearchText(),
            _ => string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Words[random.Next(Words.Length)])),
        };
    }

    /// <summary>A word or two of a title that there is.</summary>
    private string SearchText()
    {
        var words = world.Titles.Count == 0
            ? Words
            : world.Titles[random.Next(world.Titles.Count)].Split(' ').Where(word => word.Length > 3).DefaultIfEmpty(Words[0]).ToArray();
        var start = random.Next(words.Length);
        return string.Join(' ', words[start..Math.Min(words.Length, start + random.Next(1, 3))]);
    }

    private JsonObject Audience() => random.Next(9) switch
    {
        0 => new JsonObject { ["kind"] = "OFFICE" },
        1 => new JsonObject { ["kind"] = "NATIONAL" },
        2 => new JsonObject { ["kind"] = "NAMED", ["states"] = new JsonArray("KEN") },
        3 => new JsonObject { ["kind"] = "NAMED", ["organizations"] = new JsonArray("AU") },
        4 => new JsonObject { ["kind"] = "NAMED", ["offices"] = Named("Office") },
        5 => new JsonObject { ["kind"] = "REGION", ["organizations"] = new JsonArray(random.Next(2) == 0 ? "AU" : "EU") },
        6 => new JsonObject { ["kind"] = "NETWORK", ["networks"] = new JsonArray("GLOBAL_NETWORK_R2P_FOCAL_POINTS") },
        7 => new JsonObject { ["kind"] = "NAMED", ["persons"] = Named("Person") },
        _ => new JsonObject { ["kind"] = random.Next(4) == 0 ? "PUBLIC" : "MEMBERS" },
    };

    private JsonArray Named(string type)
    {
        var ids = Enumerable.Range(0, 3).Select(_ => world.Pick(random, type)).OfType<string>().Distinct(StringComparer.Ordinal);
        return new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
    }

    /// <summary>Some of what is shared has expired when the next chapter begins.</summary>
    private JsonObject Handling()
    {
        var made = new JsonObject { ["purpose"] = Words[random.Next(Words.Length)], ["onwardSharing"] = random.Next(2) == 0 };
        switch (random.Next(3))
        {
            case 0:
                made["expiresAt"] = ChapterEnd;
                break;
            case 1:
                made["expiresAt"] = $"{now.AddDays(random.Next(2, 300)):O}";
                break;
        }

        return made;
    }
}
