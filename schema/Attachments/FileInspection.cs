using System.Text;

namespace R2P.Schema.Attachments;

/// <summary>
/// Tells what a file is by its content, while it passes by in chunks: PDF, PNG, JPEG, GIF, the documents of Office and OpenDocument without macros, and
/// plain text. Its name has to say the same, as whoever downloads it opens it by that.
/// </summary>
internal sealed class FileInspection(string name)
{
    private static readonly (string Extension, string MediaType, byte[] Begins)[] Signatures =
    [
        (".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        (".png", "image/png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]),
        (".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        (".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        (".gif", "image/gif", "GIF87a"u8.ToArray()),
        (".gif", "image/gif", "GIF89a"u8.ToArray()),
    ];

    private static readonly (string Extension, string MediaType, string Folder)[] Office =
    [
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"),
        (".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/"),
    ];

    private static readonly (string Extension, string MediaType)[] OpenDocument =
    [
        (".odt", "application/vnd.oasis.opendocument.text"),
        (".ods", "application/vnd.oasis.opendocument.spreadsheet"),
        (".odp", "application/vnd.oasis.opendocument.presentation"),
    ];

    private static readonly (string Extension, string MediaType)[] Texts = [(".txt", "text/plain"), (".md", "text/markdown"), (".csv", "text/csv")];

    private readonly string _extension = Path.GetExtension(name).ToLowerInvariant();
    private readonly Decoder _text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private byte[] _before = [];
    private bool _isText = true;
    private string? _signature;
    private bool _isZip;
    private string? _openDocument;

    /// <summary>Looks at the next chunk.</summary>
    public void Look(ReadOnlySpan<byte> chunk)
    {
        if (_before.Length == 0)
        {
            LookAtBeginning(chunk);
        }

        _isText = _isText && IsText(chunk);
        if (_isZip)
        {
            LookForEntries(chunk);
        }

        _before = chunk[Math.Max(0, chunk.Length - 32)..].ToArray();
    }

    /// <summary>What the file is; null if it is nothing that is taken, or its name says something else.</summary>
    public string? MediaType()
    {
        if (_signature is not null)
        {
            return _signature;
        }

        if (_isZip)
        {
            return OfficeType() ?? OpenDocumentType();
        }

        return _isText && _before.Length > 0 && IsWhole() ? Array.Find(Texts, type => type.Extension == _extension).MediaType : null;
    }

    private void LookAtBeginning(ReadOnlySpan<byte> chunk)
    {
        foreach (var (extension, mediaType, begins) in Signatures)
        {
            if (extension == _extension && chunk.StartsWith(begins))
            {
                _signature = mediaType;
            }
        }

        _isZip = chunk.StartsWith("PK\u0003\u0004"u8);

        // OpenDocument 1.2, part 3, §3.3: the first entry is "mimetype", stored as it is.
        if (_isZip && chunk.Length > 38 && chunk[30..].StartsWith("mimetype"u8))
        {
            var stated = Encoding.ASCII.GetString(chunk[38..Math.Min(chunk.Length, 128)]);
            _openDocument = Array.Find(OpenDocument, type => StartsWith(stated, type.MediaType)).MediaType;
        }
    }

    /// <summary>
    /// Whether the text is this type, and not one whose name goes on: <c>….text-template</c>. What follows it is the next entry, or its extra field.
    /// </summary>
    private static bool StartsWith(string text, string type) =>
        text.StartsWith(type, StringComparison.Ordinal) && !(text.Length > type.Length && text[type.Length] is ('-' or '.'));

    /// <summary>The names of a zip's entries stand in it as they are.</summary>
    private void LookForEntries(ReadOnlySpan<byte> chunk)
    {
        byte[] window = [.. _before, .. chunk];
        foreach (var entry in new[] { "[Content_Types].xml", "word/", "xl/", "ppt/", "vbaProject.bin", "Basic/", "Scripts/" })
        {
            if (!_seen.Contains(entry) && window.AsSpan().IndexOf(Encoding.ASCII.GetBytes(entry)) >= 0)
            {
                _seen.Add(entry);
            }
        }
    }

    private string? OfficeType() => _seen.Contains("[Content_Types].xml") && !_seen.Contains("vbaProject.bin")
        ? Array.Find(Office, type => type.Extension == _extension && _seen.Contains(type.Folder)).MediaType
        : null;

    /// <summary>OpenDocument keeps macros in folders of their own.</summary>
    private string? OpenDocumentType() => !_seen.Contains("Basic/") && !_seen.Contains("Scripts/")
        ? Array.Find(OpenDocument, type => type.Extension == _extension && type.MediaType == _openDocument).MediaType
        : null;

    private bool IsText(ReadOnlySpan<byte> chunk)
    {
        try
        {
            var characters = new char[chunk.Length + 1];
            var count = _text.GetChars(chunk, characters, flush: false);
            return !characters.AsSpan(0, count).ContainsAnyInRange('\0', '\u0008') && !characters.AsSpan(0, count).ContainsAnyInRange('\u000E', '\u001F');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether the text does not end within a character.</summary>
    private bool IsWhole()
    {
        try
        {
            _text.GetChars([], new char[2], flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
