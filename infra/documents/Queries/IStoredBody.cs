namespace R2P.Documents;

/// <summary>
/// A document whose body may stay the JSON text that it was read as, until somebody asks for it. Its property <c>Body</c> reads the text then
/// (<see cref="StoredJson"/>).
/// </summary>
public interface IStoredBody
{
    /// <summary>The body in UTF-8; empty when the document was not read from the database, or read to be changed.</summary>
    ReadOnlyMemory<byte> StoredBody { get; set; }
}
