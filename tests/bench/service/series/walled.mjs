import { compare } from '../lib/compare.mjs';
import { countries, graphql, handWritten } from '../lib/queries.mjs';

const viewer = 'sample:ghana';

/** Ours beside RAW, both with authentication, viewer lookup, predicate and transaction. */
export async function walled(bench) {
  const env = bench.postgres.environment(await bench.database());
  const token = await bench.token(viewer);
  const servers = [
    await bench.start('RAW', 'raw', { env, token, request: handWritten }),
    await bench.start('ours', 'ours', { env, token, request: graphql }),
  ];
  const page = await servers[1].ask('q1', { countries });
  const { id } = page.json.data.assessments.nodes[0];
  const tables = [
    await compare(bench, 'Q1, the newest 20 of a region with ratings and comments', servers, 'q1', { countries }),
    await compare(bench, 'Q2, one assessment with all its comments', servers, 'q2', { id }),
    await compare(bench, 'Q3, `{ __typename }`', servers, 'q3', {}),
  ];
  await bench.stopServers();
  return `## With authentication, viewer lookup, predicate and transaction\n\n${tables.join('\n')}`;
}
