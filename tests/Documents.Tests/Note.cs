using Microsoft.EntityFrameworkCore;

namespace R2P.Documents.Tests;

/// <summary>A kind of document for the tests: some of everything that a body may hold.</summary>
public sealed class Note : DocumentEnvelope
{
    public required string Title { get; set; }

    public NoteBody Body { get; set; } = new();
}

public sealed class NoteBody
{
    public string Summary { get; set; } = "";

    public Mood Mood { get; set; }

    public Mood? EarlierMood { get; set; }

    public List<Mood> PastMoods { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    public Place? WrittenAt { get; set; }

    public List<Finding> Findings { get; set; } = [];
}

public sealed class Place
{
    public string CountryCode { get; set; } = "";
}

public sealed class Finding
{
    public string FactorCode { get; set; } = "";

    public DateOnly? SeenOn { get; set; }

    public List<Evidence> Evidence { get; set; } = [];
}

public sealed class Evidence
{
    public string Source { get; set; } = "";

    public Mood Weight { get; set; }
}

public enum Mood
{
    Calm,
    VeryWorried,
}

public sealed class NoteMapping : IDocumentMapping
{
    public static readonly MigrationSource Migrations = MigrationSource.FromTexts((
        "0100_note.sql",
        """
        create table r2p.note (
            id uuid primary key,
            owner_id uuid not null,
            readers text[] not null,
            version int not null,
            language text not null,
            created_at timestamptz not null,
            updated_at timestamptz not null,
            published_at timestamptz,
            expires_at timestamptz,
            title text not null,
            body jsonb not null,
            search tsvector generated always as (to_tsvector('simple', title)) stored
        );
        select r2p.make_document_table('note', 'Note');
        create index note_search on r2p.note using gin (search);

        create table r2p.remark (id int primary key, readers text[] not null, text text not null);
        select r2p.make_readable_table('remark');
        """));

    public void Configure(ModelBuilder model) =>
        model.Entity<Note>().ToTable("note").ComplexProperty(
            n => n.Body,
            body =>
            {
                body.ToJson();
                body.ComplexProperty(b => b.WrittenAt);
                body.ComplexCollection(b => b.Findings, finding => finding.ComplexCollection(f => f.Evidence));
            });
}
