namespace R2P.Schema.Catalogue;

/// <summary>An entry that a network adds to a list of the catalogue.</summary>
/// <param name="List">
/// The list: one of <c>codeLists</c> that says <c>open</c>, or <c>triggers</c>, <c>legalInstruments</c>, <c>referenceDocuments</c>.
/// </param>
/// <param name="Code">A code that the catalogue does not have: capital letters, digits and underscores, beginning with a letter, 3 to 80. It stays.</param>
/// <param name="Name">What people call it, in English; at most 300 characters.</param>
/// <param name="Description">One line; at most 500 characters.</param>
/// <param name="Source">Where it is said.</param>
/// <param name="Instrument">What more is to be said of a legal instrument; only for one, and needed then.</param>
/// <param name="Document">What more is to be said of a reference document; only for one, and needed then.</param>
/// <param name="Network">The network that adds it, by code, if you are the secretariat of several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AddCatalogueEntryInput(
    string List,
    string Code,
    string Name,
    string? Description = null,
    IReadOnlyList<CitationInput>? Source = null,
    NewInstrumentInput? Instrument = null,
    NewReferenceDocumentInput? Document = null,
    string? Network = null,
    string? ClientMutationId = null);

/// <summary>Where something is said.</summary>
/// <param name="Document">The code of a reference document of the catalogue.</param>
/// <param name="At">Where in the document; null for the whole of it. At most 100 characters.</param>
public sealed record CitationInput(string Document, string? At = null);

/// <summary>What is to be said of a legal instrument.</summary>
/// <param name="ShortName">A short name for lists; at most 100 characters.</param>
/// <param name="Adopted">When it was adopted.</param>
/// <param name="Depositary">The code of who keeps it (code list <c>depositaries</c>).</param>
/// <param name="Binding">Whether it binds its parties in law.</param>
/// <param name="Region">Where it applies, as a region of UN M49; null for the whole world.</param>
/// <param name="InForce">When it entered into force; null while it has not.</param>
/// <param name="Parent">The code of the instrument that it adds to.</param>
/// <param name="Themes">What it is about; at most 20.</param>
/// <param name="Note">What one has to know to use the entry; at most 500 characters.</param>
public sealed record NewInstrumentInput(
    string ShortName,
    DateOnly Adopted,
    string Depositary,
    bool Binding,
    string? Region = null,
    DateOnly? InForce = null,
    string? Parent = null,
    IReadOnlyList<string>? Themes = null,
    string? Note = null);

/// <summary>What is to be said of a reference document.</summary>
/// <param name="Year">The year of publication.</param>
/// <param name="Symbol">The official symbol; at most 100 characters.</param>
public sealed record NewReferenceDocumentInput(int Year, string? Symbol = null);

/// <summary>An entry that lists are to offer no more.</summary>
/// <param name="Code">The entry's code; your network must have added it.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
/// <param name="ReplacedBy">The code of what to take instead: an entry of the same list. Whoever takes the retired one is told of it.</param>
/// <param name="Network">The network that keeps it, by code, if you are the secretariat of several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RetireCatalogueEntryInput(
    string Code, string Reason, string? ReplacedBy = null, string? Network = null, string? ClientMutationId = null);

/// <summary>What an entry is called in another language.</summary>
/// <param name="Code">The code of any entry of the catalogue.</param>
/// <param name="Language">The language (BCP 47); what it is called in it already is replaced.</param>
/// <param name="Name">What people call it in that language; at most 300 characters.</param>
/// <param name="Description">One line in that language; at most 500 characters.</param>
/// <param name="Network">The network for which you act, by code, if you are the secretariat of several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record TranslateCatalogueEntryInput(
    string Code, string Language, string Name, string? Description = null, string? Network = null, string? ClientMutationId = null);

/// <summary>A framework, or a new version of one. It stands beside those that there are: assessments keep the one that they were written by.</summary>
/// <param name="Code">A code that the catalogue does not have, such as <c>UN_FRAMEWORK_2030</c>.</param>
/// <param name="Version">The version, such as <c>2030</c>; at most 20 characters.</param>
/// <param name="Name">Its name, in English; at most 300 characters.</param>
/// <param name="Source">The documents that set it out; one at least.</param>
/// <param name="Factors">Its risk factors in their order; 1 to 100.</param>
/// <param name="Description">One line; at most 500 characters.</param>
/// <param name="Replaces">The code of the framework of which it is a newer version.</param>
/// <param name="Verified">Whether all names have been compared with the published text; else they are shown as working labels.</param>
/// <param name="Network">The network that publishes it, by code, if you are the secretariat of several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishFrameworkVersionInput(
    string Code,
    string Version,
    string Name,
    IReadOnlyList<CitationInput> Source,
    IReadOnlyList<NewFactorInput> Factors,
    string? Description = null,
    string? Replaces = null,
    bool Verified = false,
    string? Network = null,
    string? ClientMutationId = null);

/// <summary>How the factors of a network's framework correspond to those of another. What was recorded of the two before is replaced.</summary>
/// <param name="From">The code of the framework that one has, such as the older version.</param>
/// <param name="To">The code of the framework that one wants. The one or the other must be your network's.</param>
/// <param name="Links">The factors that correspond; at most 300. A factor in none of them has no counterpart.</param>
/// <param name="Description">What to know about the comparison as a whole; at most 500 characters.</param>
/// <param name="Network">The network that compares, by code, if you are the secretariat of several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordCrosswalkInput(
    string From,
    string To,
    IReadOnlyList<FactorLinkInput> Links,
    string? Description = null,
    string? Network = null,
    string? ClientMutationId = null);

/// <summary>Two factors that correspond.</summary>
/// <param name="From">The code of the factor of the framework that one has.</param>
/// <param name="To">The code of its counterpart. Of several counterparts give the nearest first.</param>
/// <param name="Extent">How far they ask for the same.</param>
/// <param name="Note">Where they differ; at most 500 characters. Needed where they correspond in part.</param>
public sealed record FactorLinkInput(string From, string To, LinkExtent Extent, string? Note = null);

/// <summary>A risk factor of a new framework.</summary>
/// <param name="Code">A code that the catalogue does not have.</param>
/// <param name="Name">What people call it, in English; at most 300 characters.</param>
/// <param name="Description">One line; at most 500 characters.</param>
/// <param name="Kind">Whether it goes with every atrocity crime or with one; null where the framework does not divide.</param>
/// <param name="Crimes">Codes of the atrocity crimes that it goes with; null where the framework does not tell.</param>
/// <param name="Indicators">Signs by which it shows, in their order; at most 100. Leave them out where the framework has none.</param>
public sealed record NewFactorInput(
    string Code,
    string Name,
    string? Description = null,
    FactorKind? Kind = null,
    IReadOnlyList<string>? Crimes = null,
    IReadOnlyList<NewIndicatorInput>? Indicators = null);

/// <summary>A sign by which a risk factor shows.</summary>
/// <param name="Code">A code that the catalogue does not have.</param>
/// <param name="Name">What it is called, in English; at most 500 characters.</param>
public sealed record NewIndicatorInput(string Code, string Name);
