namespace R2P.GraphQL.Types.Scalars;

/// <summary>§3.5.5 The scalars beyond the specification's own that every schema built from C# may use.</summary>
public static class CustomScalars
{
    /// <summary>For <see cref="DateTimeOffset"/>.</summary>
    public static ScalarType<DateTimeOffset> DateTime { get; } = new DateTimeScalar
    {
        Description = "A point in time as RFC 3339 writes it, with its offset; answered in UTC, to the microsecond.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    };

    /// <summary>For <see cref="DateOnly"/>.</summary>
    public static ScalarType<DateOnly> Date { get; } = new DateScalar
    {
        Description = "A day, as the full date of RFC 3339: `2026-02-28`.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    };

    /// <summary>For <see cref="Guid"/>.</summary>
    public static ScalarType<Guid> Uuid { get; } = new UuidScalar
    {
        Description = "A universally unique identifier in its usual form of 36 characters.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc9562",
    };

    /// <summary>For <see cref="Uri"/>.</summary>
    public static ScalarType<Uri> Url { get; } = new UrlScalar
    {
        Description = "An absolute `http` or `https` address.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3986",
    };

    /// <summary>For <see cref="GraphQL.Cursor"/>.</summary>
    public static ScalarType<Cursor> Cursor { get; } = new CursorScalar
    {
        Description = "A place in a list or stream. Opaque: hand it back as you got it.",
    };

    /// <summary>For <see cref="GraphQL.Markdown"/>.</summary>
    public static ScalarType<Markdown> Markdown { get; } = new MarkdownScalar
    {
        Description = "Text in Markdown, as its author wrote it; render it safely.",
        SpecifiedByUrl = "https://spec.commonmark.org/",
    };

    /// <summary>All six.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [DateTime, Date, Uuid, Url, Cursor, Markdown];
}
