using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>A body that was consulted.</summary>
public sealed class Consulted
{
    /// <summary>What kind of body it is.</summary>
    public ConsultedKind Kind { get; set; }

    /// <summary>The body's name; never a person's.</summary>
    public required string Name { get; set; }

    /// <summary>How it was consulted; null if that is not said.</summary>
    public ConsultationForm? How { get; set; }
}

/// <summary>How somebody is consulted.</summary>
public enum ConsultationForm
{
    /// <summary>In a meeting or a workshop.</summary>
    Meeting,

    /// <summary>In a talk of a few.</summary>
    Interview,

    /// <summary>By input in writing.</summary>
    WrittenInput,

    /// <summary>By questions to many.</summary>
    Survey,

    /// <summary>Through a focal point or an organization that they trust, without being named.</summary>
    ThroughOthers,
}

/// <summary>What kinds of bodies are consulted.</summary>
public enum ConsultedKind
{
    /// <summary>A ministry, an administration, a security service.</summary>
    GovernmentBody,

    /// <summary>A human rights institution, a parliament, a court or another independent body of the State.</summary>
    NationalInstitution,

    /// <summary>A civil-society organization.</summary>
    CivilSociety,

    /// <summary>A community and those who speak for it.</summary>
    Community,

    /// <summary>A university or a research institute.</summary>
    Academia,

    /// <summary>A regional or international organization.</summary>
    InternationalOrganization,
}

/// <summary>A body that was consulted.</summary>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="Name">The body's name; never a person's.</param>
/// <param name="How">How it was consulted.</param>
public sealed record ConsultedInput(ConsultedKind Kind, string Name, ConsultationForm? How = null);

/// <summary>How it is written down who was consulted.</summary>
internal static class ConsultedBodies
{
    /// <summary>Says what is wrong with it, below <c>consulted</c>.</summary>
    public static void Check(InputCheck check, IReadOnlyList<ConsultedInput>? consulted)
    {
        check.Count(consulted, DocumentRules.MaxEntries, "consulted");
        for (var i = 0; i < consulted?.Count; i++)
        {
            check.Text(consulted[i].Name, 300, "consulted", $"{i}", "name");
            NoTraces.Check(check, consulted[i].Name, "consulted", $"{i}", "name");
        }
    }

    public static List<Consulted> Of(IReadOnlyList<ConsultedInput> consulted) =>
        [.. consulted.Select(body => new Consulted { Kind = body.Kind, Name = body.Name, How = body.How })];
}
