/** What PostgreSQL reads for the statement that finds a page, as the service's login with a viewer's tokens: the same SQL as the service sends. */

export async function explainSearch(postgres, database, subject, text) {
  const terms = { all: text.split(' ').map((word) => ({ text: word })), none: [] };
  const wanted = await postgres.psql(database, '-c',
    `select wanted from r2p.search_query('${JSON.stringify([terms])}', '{ar,en,es,fr,pt,ru,""}')`);
  return explain(postgres, database, subject, (tokens) => `
    select s.kind, s.shown_at, s.id, ts_rank_cd(s.words, ${literal(wanted)}::tsquery, 1) as rank
    from (
      select s.* from r2p.search_text s
      where s.readers && ${tokens} and r2p.is_open(s.expires_at, s.owner_id) and s.words @@ ${literal(wanted)}::tsquery
        and s.kind = any(array(select known.kind from r2p.document_kind known))
      order by s.shown_at desc, s.id desc limit 1000) s
    order by rank desc`);
}

export function explainList(postgres, database, subject) {
  return explain(postgres, database, subject, (tokens) => `
    select q.id, q.title, q.country
    from (
      select distinct found.published_at, found.id
      from unnest(${tokens}) as held (token)
      cross join lateral (
        select entry.published_at, entry.id
        from r2p.document_reader entry
        cross join lateral (
          select from r2p.assessment wanted
          where wanted.readers && ${tokens} and r2p.is_open(wanted.expires_at, wanted.owner_id) and wanted.id = entry.id offset 0) wanted
        where entry.token = held.token and entry.kind = 'ASSESSMENT'
        order by entry.published_at desc, entry.id desc limit 21) found
      order by found.published_at desc, found.id desc limit 21) place
    cross join lateral (select d.* from r2p.assessment d where d.id = place.id offset 0) q
    order by place.published_at desc, place.id desc`);
}

async function explain(postgres, database, subject, sqlOf) {
  const tokens = await postgres.psql(database, '-c',
    `select v.tokens from r2p.identity i, r2p.viewer(i.issuer, i.subject) v where i.subject = ${literal(subject)}`);
  const answer = await postgres.psql(database,
    '-c', 'begin',
    '-c', `select set_config('r2p.tokens', ${literal(tokens)}, true)`,
    '-c', 'set local role r2p_service',
    '-c', `explain (analyze, format json) ${sqlOf(`${literal(tokens)}::text[]`)}`);
  const [{ Plan: root }] = JSON.parse(answer.slice(answer.indexOf('[\n')));
  const read = scans(root);
  return {
    rows: read.reduce((sum, scan) => sum + scan.rows, 0),
    by: [...new Set(read.flatMap((scan) => scan.by))].join(', '),
  };
}

/** The nodes that read a table, with every row that they looked at. */
function scans(node) {
  const below = (node.Plans ?? []).flatMap(scans);
  if (!node['Relation Name']) return node['Index Name'] ? [{ rows: 0, by: [node['Index Name']] }, ...below] : below;
  const rows = node['Actual Loops']
    * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0));
  const by = node['Index Name'] ? [node['Index Name']] : node['Node Type'] === 'Seq Scan' ? [`every row of ${node['Relation Name']}`] : [];
  return [{ rows, by }, ...below];
}

function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
