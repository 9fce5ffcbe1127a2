namespace R2P.Api.Tests.Durability;

/// <summary>One change of one document, as the writer was told it and as the subscriber hears it.</summary>
internal sealed record Deed(string DocumentId, int Version, string Type);
