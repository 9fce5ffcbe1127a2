namespace R2P.Schema.Catalogue;

/// <summary>What a code may have to stand for.</summary>
public enum CodeKind
{
    Any,
    Country,
    Organization,
    Network,
    Framework,
    Factor,
    Indicator,
    Pillar,
    Stage,
    Inhibitor,
    Trigger,
    PolicyOption,
    InformationSource,
    Tool,
    Region,
    CommunityActor,
    ResponseStep,
    ResponsePrerequisite,
    CouncilAvenue,
    AssistanceCategory,
    AssistanceForm,
    CivilianForm,
    AssistancePrinciple,
}
