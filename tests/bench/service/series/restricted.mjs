import { compare } from '../lib/compare.mjs';
import { countries, graphql, handWritten } from '../lib/queries.mjs';

/** The persona with whom documents are shared by name, and with whom hardly any are shared otherwise. */
const viewer = 'sample:auditor';

/** Q1 where every document of the answer is a restricted one: that it was read is put on record, by either server, before the answer leaves. */
export async function restricted(bench) {
  const env = bench.postgres.environment(await bench.database());
  const token = await bench.token(viewer);
  const servers = [
    await bench.start('RAW', 'raw', { env: { ...env, R2P_BENCH_AUDIT: '1' }, token, request: handWritten }),
    await bench.start('ours', 'ours', { env, token, request: graphql }),
  ];
  const table = await compare(bench, 'Q1 on documents shared by name', servers, 'q1', { countries });
  await bench.stopServers();
  return `## Restricted documents\n\n${table}`;
}
