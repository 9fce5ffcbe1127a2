import { compare } from '../lib/compare.mjs';
import { seedBare } from '../lib/paths.mjs';
import { countries, graphql, handWritten } from '../lib/queries.mjs';

/** The engine alone beside RAW and the peers: the same tables, nobody asks who asks. */
export async function bare(bench) {
  const walled = await bench.database();
  const database = `${walled}_bare`;
  bench.say(`filling ${database}`);
  await bench.postgres.create(database, walled);
  await bench.postgres.psql(database, '-f', seedBare);
  const env = { ...bench.postgres.environment(database), ...bench.postgres.libpq(database) };

  const servers = [await bench.start('RAW', 'bare', { env, request: handWritten })];
  if (bench.wants('ours')) servers.push(await bench.start('ours', 'bare', { env, request: graphql }));
  for (const peer of ['GraphQL.NET', 'mercurius', 'graphql-yoga'].filter((name) => bench.wants(name))) {
    servers.push(await bench.start(peer, peer, { env, request: graphql }));
  }

  const page = await servers[0].ask('q1', { countries });
  const { id } = page.json.data.assessments.nodes[0];
  const tables = [
    await compare(bench, 'Q1', servers, 'q1', { countries }),
    await compare(bench, 'Q2', servers, 'q2', { id }),
    await compare(bench, 'Q3', servers, 'q3', {}),
  ];
  await bench.stopServers();
  await bench.postgres.drop(database);
  return `## Without them: the engines, beside peers\n\n${tables.join('\n')}`;
}
