using System.Text;
using System.Text.Json;

namespace R2P.Schema.Tests.Endpoints;

/// <summary>A table is imported as an export writes one; what is wrong with it is told by the line where the row begins, and by the column.</summary>
public sealed class CsvImportTests(EndpointNetwork endpoints) : IClassFixture<EndpointNetwork>
{
    private const string Columns = "title,policyOption,pillar,whatWasDone";
    private const string Rest = "POL_CONSTITUTIONAL_PROTECTION,PILLAR_I,Councils.";

    [Fact]
    public async Task A_table_is_read_with_its_quotation_marks_lines_numbers_lists_members_and_without_the_guard_against_formulas()
    {
        const string table =
            "\uFEFFid,title,policyOption,pillar,whatWasDone,year,tools,source.document,source.at,summary,owner.code\r\n"
            + "x,\"'=1+1, \"\"quoted\"\"\",POL_CONSTITUTIONAL_PROTECTION,PILLAR_I,\"Two\r\nlines\",2013,\"[\"\"TOOL_FACT_FINDING\"\"]\",SG_REPORT_2013,§ 3,''=2,GHA\r\n"
            + "y,42,POL_CONSTITUTIONAL_PROTECTION,PILLAR_I,'Quoted',,,,,,\n"
            + "\n";

        var (status, json) = await PostAsync("kenya", table);

        Assert.True(status == 201, json.GetRawText());
        var read = (await endpoints.Network.DataAsync("kenya", """
            query($ids: [ID!]!) { nodes(ids: $ids) { ...on Practice { title whatWasDone year tools source { document at } summary owner { code } } } }
            """, new { ids = json.GetProperty("ids") })).GetProperty("nodes");
        Assert.Equal(
            """
            [{"title":"=1+1, \"quoted\"","whatWasDone":"Two\r\nlines","year":2013,"tools":["TOOL_FACT_FINDING"],"source":{"document":"SG_REPORT_2013","at":"§ 3"},"summary":"'=2","owner":{"code":"KEN_FOCAL_POINT"}},{"title":"42","whatWasDone":"'Quoted'","year":null,"tools":[],"source":null,"summary":null,"owner":{"code":"KEN_FOCAL_POINT"}}]
            """,
            JsonSerializer.Serialize(read, Readable));
    }

    [Theory]
    [InlineData("", "1 : The file is empty: its first line names the columns.")]
    [InlineData(
        Columns + ",surprise,author.x\nA," + Rest + ",,", "1 surprise: Is no column that can be imported.|1 author/x: Is no column that can be imported.")]
    [InlineData(Columns + ",source.nothing\n", "1 source/nothing: Is no column that can be imported.")]
    [InlineData(Columns + ",title\n", "1 title: Is the name of another column, too.")]
    [InlineData(Columns + ",source,source.at\n", "1 source/at: Is a part of the column \"source\".")]
    [InlineData("\"title\n", "1 : Has a quotation mark that none closes.")]
    [InlineData(
        Columns + "\n\"Two\nlines\"," + Rest + "\nShort,row\nLong," + Rest + ",more\n",
        "4 : Has 2 cells, and the table 4 columns.|5 : Has 5 cells, and the table 4 columns.")]
    [InlineData(Columns + "\nGood," + Rest + "\n\"Open," + Rest + "\nAnother," + Rest + "\n", "3 title: Has a quotation mark that none closes.")]
    [InlineData(
        Columns + "\nA\"\"B," + Rest + "\n",
        "2 title: Has a quotation mark within: write it twice, and put the whole cell between quotation marks.")]
    [InlineData(
        Columns + ",year,tools\n\"Two\nlines\"," + Rest + ",soon,[\"TOOL\nB," + Rest + ",2013,TOOL\n", "2 tools: Has a quotation mark that none closes.")]
    [InlineData(
        Columns + ",year,tools\n\"Two\nlines\"," + Rest + ",soon,\nB," + Rest + ",2013,TOOL\n",
        "2 year: Is neither a number, true or false, nor JSON.|4 tools: Is neither a number, true or false, nor JSON.")]
    [InlineData(Columns + ",year\nA," + Rest + ",\"\"\"2013\"\"\"\n", "2 year: Is unknown, missing or of another type here.")]
    [InlineData(Columns + "\n," + Rest + "\n", "2 title: Is unknown, missing or of another type here.")]
    public async Task What_is_wrong_with_a_table_is_told_by_line_and_column_and_nothing_is_imported(string table, string problems)
    {
        var (status, json) = await PostAsync("denmark", table);

        Assert.Equal(400, status);
        Assert.Equal(problems.Split('|'), Problems(json));
        Assert.Equal(0, (await endpoints.Network.DataAsync("denmark", """
            { practices(where: { status: { eq: PROPOSED } }) { totalCount } }
            """)).GetProperty("practices").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_table_in_another_charset_is_refused_by_its_line_or_by_its_label()
    {
        var latin = Encoding.Latin1.GetBytes($"{Columns}\nGood,{Rest}\nAccès,{Rest}\n");
        Assert.Equal(["3 title: Is not in UTF-8: save the file as UTF-8."], Problems((await PostAsync("denmark", latin, "text/csv")).Json));
        Assert.Equal(
            ["1 : Is not in UTF-8: save the file as UTF-8."],
            Problems((await PostAsync("denmark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Columns)], "text/csv")).Json));

        Assert.Equal(415, (await PostAsync("denmark", latin, "text/csv; charset=iso-8859-1")).Status);
        Assert.Equal(415, (await PostAsync("denmark", latin, "text/plain")).Status);
    }

    [Fact]
    public async Task A_row_beyond_the_limit_is_refused_by_its_line()
    {
        var table = $"{Columns}\nShort,{Rest}\n{new string('x', 1024 * 1024)},{Rest}\n";
        Assert.Equal(["3 : Is longer than 1048576 bytes."], Problems((await PostAsync("denmark", table)).Json));

        var open = $"{Columns}\nShort,{Rest}\n\"{new string('\n', 20 * 1024 * 1024)}";
        Assert.Equal(["3 : Is longer than 1048576 bytes."], Problems((await PostAsync("denmark", open)).Json));
    }

    [Fact]
    public async Task More_rows_than_are_taken_at_once_are_refused_where_they_begin()
    {
        var table = $"{Columns}\n{string.Concat(Enumerable.Repeat($"Many,{Rest}\n", 2_001))}";

        Assert.Equal(["2002 : At most 2000 records are imported at once."], Problems((await PostAsync("denmark", table)).Json));
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<(int Status, JsonElement Json)> PostAsync(string persona, string table) =>
        PostAsync(persona, Encoding.UTF8.GetBytes(table), "text/csv; charset=utf-8");

    private async Task<(int Status, JsonElement Json)> PostAsync(string persona, byte[] table, string type)
    {
        using var body = new ByteArrayContent(table);
        return await endpoints.Host.PostAsync(persona, "/import/practices", body, type);
    }

    private static string[] Problems(JsonElement json) =>
    [
        .. json.GetProperty("errors").EnumerateArray().Select(error =>
        {
            var where = error.GetProperty("extensions");
            var path = string.Join('/', where.GetProperty("path").EnumerateArray().Select(step => step.GetString()));
            return $"{where.GetProperty("line").GetInt32()} {path}: {error.GetProperty("message").GetString()}";
        }),
    ];
}
