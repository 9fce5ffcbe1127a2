namespace R2P.Bench.Service.Raw;

/// <summary>The SQL of the answers. With a wall, the viewer's tokens are the last parameter of each.</summary>
/// <param name="Newest">$1 countries: id, title, country and ratings of the newest 20.</param>
/// <param name="NewestComments">$1 ids: place of the document and text, of the newest 3 comments on each.</param>
/// <param name="One">$1 id: id, title, country and ratings.</param>
/// <param name="AllComments">$1 id: texts of the comments, newest first.</param>
internal sealed record AssessmentStatements(string Newest, string NewestComments, string One, string AllComments);

/// <summary>
/// As the service's role, with the predicate that row-level security repeats (while the candidates are picked, it alone asks). <c>is true</c> keeps
/// the planner from the index on readers: taking both conditions for independent, it expects one row of thousands there.
/// </summary>
internal static class WalledStatements
{
    public static AssessmentStatements All { get; } = new(
        Newest:
        """
        select a.id, a.title, a.country, a.body -> 'ratings'
        from (
            select distinct of_token.published_at, of_token.id
            from unnest($2) held(token)
            cross join lateral (
                select r.published_at, r.id
                from r2p.document_reader r
                join r2p.assessment d on d.id = r.id
                where r.token = held.token and r.kind = 'ASSESSMENT' and d.country = any($1)
                order by r.published_at desc, r.id desc
                limit 20) of_token
            order by of_token.published_at desc, of_token.id desc
            limit 20) newest
        join r2p.assessment a on a.id = newest.id
        where a.readers && $2 and r2p.is_open(a.expires_at, a.owner_id)
        order by newest.published_at desc, newest.id desc
        """,
        NewestComments:
        """
        select document.place, newest.text
        from unnest($1) with ordinality document(id, place)
        cross join lateral (
            select c.text, c.created_at, c.id
            from r2p.comment c
            where c.document_id = document.id and (c.readers && $2) is true and r2p.is_open(c.expires_at, c.owner_id)
            order by c.created_at desc, c.id desc
            limit 3) newest
        order by document.place, newest.created_at desc, newest.id desc
        """,
        One:
        """
        select a.id, a.title, a.country, a.body -> 'ratings'
        from r2p.assessment a
        where a.id = $1 and a.readers && $2 and r2p.is_open(a.expires_at, a.owner_id)
        """,
        AllComments:
        """
        select c.text
        from r2p.comment c
        where c.document_id = $1 and (c.readers && $2) is true and r2p.is_open(c.expires_at, c.owner_id)
        order by c.created_at desc, c.id desc
        limit 50
        """);
}

/// <summary>The same for everybody, as the owner of the tables.</summary>
internal static class BareStatements
{
    public static AssessmentStatements All { get; } = new(
        Newest:
        """
        select a.id, a.title, a.country, a.body -> 'ratings'
        from r2p.assessment a
        where a.country = any($1)
        order by a.published_at desc, a.id desc
        limit 20
        """,
        NewestComments:
        """
        select document.place, newest.text
        from unnest($1) with ordinality document(id, place)
        cross join lateral (
            select c.text, c.created_at, c.id
            from r2p.comment c
            where c.document_id = document.id
            order by c.created_at desc, c.id desc
            limit 3) newest
        order by document.place, newest.created_at desc, newest.id desc
        """,
        One: "select a.id, a.title, a.country, a.body -> 'ratings' from r2p.assessment a where a.id = $1",
        AllComments: "select c.text from r2p.comment c where c.document_id = $1 order by c.created_at desc, c.id desc limit 50");
}
