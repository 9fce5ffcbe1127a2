namespace R2P.Documents;

/// <summary>A row that only the holders of one of its reader tokens may see.</summary>
public interface IReadable
{
    /// <summary>The tokens that open the row.</summary>
    string[] Readers { get; }
}
