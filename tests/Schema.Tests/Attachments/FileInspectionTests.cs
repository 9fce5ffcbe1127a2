using System.IO.Compression;
using System.Text;
using R2P.Schema.Attachments;

namespace R2P.Schema.Tests.Attachments;

/// <summary>A file is what its content says, and what its name says, too; else it is not taken.</summary>
public sealed class FileInspectionTests
{
    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 x", "application/pdf")]
    [InlineData("A.PDF", "%PDF-1.7 x", "application/pdf")]
    [InlineData("a.gif", "GIF89a x", "image/gif")]
    [InlineData("a.txt", "Grüße, 你好", "text/plain")]
    [InlineData("a.csv", "a,b\r\n1,2\r\n", "text/csv")]
    [InlineData("a.md", "# x", "text/markdown")]
    [InlineData("a.html", "<script>alert(1)</script>", null)]
    [InlineData("a.svg", "<svg onload=alert(1)>", null)]
    [InlineData("a.pdf", "<html>", null)]
    [InlineData("a.txt", "%PDF-1.7 \u0000", null)]
    [InlineData("a.png", "GIF89a", null)]
    [InlineData("a.exe", "MZ", null)]
    [InlineData("a", "text", null)]
    [InlineData("a.txt", "", null)]
    [InlineData("a.txt", "bell \u0007", null)]
    public void By_its_first_bytes(string name, string content, string? type) => Assert.Equal(type, TypeOf(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Bytes_that_are_no_utf_8_are_no_text()
    {
        Assert.Null(TypeOf("a.txt", [0x61, 0xFF, 0x62]));
        Assert.Null(TypeOf("a.txt", [0x61, 0xC3])); // Ends within a character.
        Assert.Equal("text/plain", TypeOf("a.txt", [0x61, 0xC3, 0xBC], chunk: 2)); // The chunk ends there, not the text.
        Assert.Equal("image/jpeg", TypeOf("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal("image/png", TypeOf("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]));
    }

    [Theory]
    [InlineData("a.docx", "[Content_Types].xml word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("a.xlsx", "[Content_Types].xml xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("a.pptx", "[Content_Types].xml ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("a.docx", "[Content_Types].xml word/document.xml word/vbaProject.bin", null)]
    [InlineData("a.docx", "[Content_Types].xml xl/workbook.xml", null)]
    [InlineData("a.zip", "a.txt", null)]
    [InlineData("a.docx", "a.txt", null)]
    [InlineData("a.odt", "mimetype=application/vnd.oasis.opendocument.text content.xml", "application/vnd.oasis.opendocument.text")]
    [InlineData("a.ods", "mimetype=application/vnd.oasis.opendocument.spreadsheet content.xml", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("a.odt", "mimetype=application/vnd.oasis.opendocument.text Basic/Standard/Module1.xml", null)]
    [InlineData("a.ods", "mimetype=application/vnd.oasis.opendocument.spreadsheet Scripts/python/macro.py", null)]
    [InlineData("a.ods", "mimetype=application/vnd.oasis.opendocument.text content.xml", null)]
    [InlineData("a.odt", "content.xml mimetype=application/vnd.oasis.opendocument.text", null)]
    public void By_the_entries_of_a_zip(string name, string entries, string? type)
    {
        var zip = Zip(entries.Split(' '));

        Assert.Equal(type, TypeOf(name, zip));
        Assert.Equal(type, TypeOf(name, zip, chunk: 100));
    }

    private static string? TypeOf(string name, byte[] content, int chunk = 1 << 18)
    {
        var inspection = new FileInspection(name);
        for (var at = 0; at < content.Length; at += chunk)
        {
            inspection.Look(content.AsSpan(at, Math.Min(chunk, content.Length - at)));
        }

        return inspection.MediaType();
    }

    private static byte[] Zip(string[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var parts = entry.Split('=');
                using var stream = zip.CreateEntry(parts[0], parts.Length > 1 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                stream.Write(Encoding.ASCII.GetBytes(parts.Length > 1 ? parts[1] : "content"));
            }
        }

        return memory.ToArray();
    }
}
