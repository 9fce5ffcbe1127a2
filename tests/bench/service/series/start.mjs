import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../lib/compare.mjs';
import { countries, graphql } from '../lib/queries.mjs';
import { number, table } from '../lib/table.mjs';

const viewer = 'sample:ghana';

/** From `dotnet R2P.Api.dll` to the first answers. */
export async function start(bench) {
  const running = { token: await bench.token(viewer), env: bench.postgres.environment(await bench.database()) };
  const kept = await emptyDirectory(bench);
  await measure(bench, kept);
  const rows = [
    await row(bench, 'a PostgreSQL that runs, filled', () => running),
    await row(bench, 'a private PostgreSQL with the sample network', () => kept),
    await row(bench, 'none yet: a private PostgreSQL is made, migrated and filled with the sample network', () => emptyDirectory(bench)),
  ];
  return ['## Start', '', table(['the database is', '`{ __typename }` answered after, s', 'Q1 answered after, s', 'memory then, MB'], rows), ''].join('\n');
}

async function row(bench, database, place) {
  const runs = [];
  for (let round = 0; round < bench.options.rounds; round++) runs.push(await measure(bench, await place()));
  const of = (figure) => median(runs.map((run) => run[figure]));
  return [database, number(of('first'), 2), number(of('q1'), 2), number(of('resident'))];
}

async function measure(bench, { token, env }) {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const server = await bench.start('ours', 'ours', { env, token, request: graphql });
  await server.ask('q3', {});
  const first = elapsed();
  await server.ask('q1', { countries });
  const figures = { first, q1: elapsed(), resident: server.resident() };
  await bench.stopServers();
  return figures;
}

/** A data directory without a database, and a token of its own key. */
async function emptyDirectory(bench) {
  const directory = await mkdtemp(join(bench.directory, 'start-'));
  await chmod(directory, 0o711);
  return { token: await bench.token(viewer, directory), env: { R2P__DataDirectory: directory } };
}
