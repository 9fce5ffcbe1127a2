import { median, requireEqualAnswers } from '../lib/compare.mjs';
import { load, warmUp } from '../lib/load.mjs';
import { countries, graphql, handWritten } from '../lib/queries.mjs';
import { number, table } from '../lib/table.mjs';
import { viewers } from '../lib/viewers.mjs';

/** How long one request takes, nothing else going on, in networks of growing size, by who asks. */
export async function growth(bench) {
  const rows = [];
  for (const size of bench.options.sizes) await bench.database(size); // All before the first is measured: filling a large one takes half an hour.
  for (const size of bench.options.sizes) {
    const env = bench.postgres.environment(await bench.database(size));
    const raw = await bench.start('RAW', 'raw', { env, request: handWritten });
    const ours = await bench.start('ours', 'ours', { env, request: graphql });
    for (const [sees, subject] of viewers) {
      raw.token = ours.token = await bench.token(subject);
      const { json } = await requireEqualAnswers([raw, ours], 'q1', { countries });
      const q1 = await latency(bench, ours, 'q1', { countries });
      const page = await latency(bench, ours, 'page', {});
      const base = await latency(bench, raw, 'q1', { countries });
      rows.push([
        number(size), sees, json.data.assessments.nodes.length,
        ...[q1, page, base].flatMap(({ p50, p99 }) => [number(p50, 2), number(p99, 2)]),
      ]);
    }
    await bench.stopServers();
    if (size !== bench.options.documents) await bench.dropDatabase(size);
  }
  return [
    '## Growth',
    '',
    'One connection; milliseconds.',
    '',
    table(['documents', 'viewer sees', 'rows of Q1', 'Q1 p50', 'p99', 'first page p50', 'p99', 'RAW Q1 p50', 'p99'], rows),
    '',
  ].join('\n');
}

async function latency(bench, server, query, input) {
  const { seconds, warmup, rounds } = bench.options;
  await warmUp(bench, server, query, input, { seconds: warmup, connections: 1 });
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await load(bench, server, query, input, { seconds, connections: 1 }));
  return { p50: median(runs.map((run) => run.p50)), p99: median(runs.map((run) => run.p99)) };
}
