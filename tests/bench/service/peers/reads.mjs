// The SQL of the peers' resolvers: the same as in ../Raw/AssessmentStatements.cs and ../Bare/Reads.cs, as prepared statements.
import pg from 'pg';

/** As many connections as the servers on .NET may have. */
const pool = new pg.Pool({ max: 80 });

const columns = `select a.id, a.title, a.country, a.body -> 'ratings' as ratings from r2p.assessment a `;

export async function newest(countries, first) {
  const { rows } = await pool.query({
    name: 'newest',
    text: `${columns} where a.country = any($1) order by a.published_at desc, a.id desc limit $2`,
    values: [countries, first],
  });
  return rows.map(toAssessment);
}

export async function byId(globalId) {
  const { rows } = await pool.query({ name: 'by-id', text: `${columns} where a.id = $1`, values: [toUuid(globalId)] });
  return rows.length > 0 ? toAssessment(rows[0]) : null;
}

/** A page of comments for each of the assessments. */
export async function comments(assessments, first) {
  const { rows } = await pool.query({
    name: 'comments',
    text: `
      select document.place::int as place, newest.text
      from unnest($1::uuid[]) with ordinality document(id, place)
      cross join lateral (
          select c.text, c.created_at, c.id
          from r2p.comment c
          where c.document_id = document.id
          order by c.created_at desc, c.id desc
          limit $2) newest
      order by document.place, newest.created_at desc, newest.id desc`,
    values: [assessments.map((assessment) => assessment.uuid), first],
  });
  const pages = assessments.map(() => ({ nodes: [] }));
  for (const row of rows) pages[row.place - 1].nodes.push(row);
  return pages;
}

function toAssessment({ id, title, country, ratings }) {
  return { uuid: id, id: Buffer.from(`Assessment:${id.replaceAll('-', '')}`).toString('base64url'), title, country, ratings };
}

function toUuid(globalId) {
  return Buffer.from(globalId, 'base64url').toString().slice('Assessment:'.length);
}
