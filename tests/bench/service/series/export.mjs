import { setTimeout as sleep } from 'node:timers/promises';
import { graphql } from '../lib/queries.mjs';
import { number, table } from '../lib/table.mjs';

const viewer = 'sample:secretariat';
const query = `{ assessments { nodes { id title country status publishedAt ratings { factor finding trend confidence } } } }`;

/** All assessments of the database in one answer: how long, and how much memory; and what is left when the client goes. */
export async function exporting(bench) {
  const name = await bench.database();
  const server = await bench.start('ours', 'ours', { env: bench.postgres.environment(name), token: await bench.token(viewer), request: graphql });
  await read(server, 'application/x-ndjson', 200); // Warm-up: everything is compiled, and the first pages are in memory.
  const rows = [];
  for (const accept of ['application/x-ndjson', 'text/csv']) {
    const before = server.resident();
    const { lines, bytes, seconds, peak } = await read(server, accept);
    rows.push([accept, number(lines), number(bytes / 1024 / 1024), number(seconds, 1), number(before), number(peak)]);
  }
  const left = await interrupt(bench, server, name);
  await bench.stopServers();
  const columns = ['format', 'lines', 'MB', 'seconds', 'memory before, MB', 'memory at most, MB'];
  return ['## Export', '', table(columns, rows), '', `After the client left: no statement of the export was running ${number(left, 2)} s later.`, ''].join('\n');
}

async function read(server, accept, most = Infinity) {
  const began = performance.now();
  const abort = new AbortController();
  const response = await fetch(`${server.url}/export`, {
    method: 'POST', headers: { ...server.headers, accept }, body: JSON.stringify({ query }), signal: abort.signal,
  });
  if (!response.ok) throw new Error(`The export is answered with ${response.status}: ${await response.text()}`);
  let [lines, bytes, peak] = [0, 0, 0];
  try {
    for await (const chunk of response.body) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) lines++;
      peak = Math.max(peak, server.resident());
      if (lines >= most) abort.abort();
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') throw failure;
  }
  return { lines, bytes, peak, seconds: (performance.now() - began) / 1000 };
}

/** Seconds until the database runs nothing for the export any more. */
async function interrupt(bench, server, name) {
  await read(server, 'application/x-ndjson', 2_000);
  const began = performance.now();
  while (await busy(bench, name) > 0) {
    if (performance.now() - began > 10_000) throw new Error('The database still works for a client that has left.');
    await sleep(10);
  }
  return (performance.now() - began) / 1000;
}

async function busy(bench, name) {
  const statement = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state like 'idle in%' or state = 'active') and query not like 'listen%'";
  return Number(await bench.postgres.psql(name, '-c', statement));
}
