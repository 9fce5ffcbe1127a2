import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { luaScript } from './paths.mjs';

const run = promisify(execFile);

const maxWarmUps = 20;
const restingMicroseconds = 10_000; // in each second: as fine as Linux counts

/**
 * Asks a server the same question for a while, and forgets what it took: once, and then again until .NET has compiled what is busiest (the thread
 * that does so takes its time, and competes for the cores).
 */
export async function warmUp(bench, server, query, input, options) {
  for (let run = 0, restless = true; restless && run < maxWarmUps; run++) {
    const before = server.compiling();
    await drive(bench, server, query, input, options);
    restless = server.compiling() - before > options.seconds * restingMicroseconds;
  }
}

/** Asks a server the same question over and over, and answers what a request took. */
export async function load(bench, server, query, input, options) {
  const figures = await drive(bench, server, query, input, options);
  if (figures.requests === 0) throw new Error(`${server.name} answered ${query} not once in ${options.seconds} s: give it more --seconds.`);
  return figures;
}

/** One run of wrk. A failed request ends the bench. */
async function drive(bench, server, query, input, { seconds, connections = bench.options.connections }) {
  const { url, body } = server.request(query, input);
  const bodyFile = join(bench.directory, 'body.json');
  await writeFile(bodyFile, body);
  const before = { server: server.cpu(), postgres: bench.postgres.cpu() };
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', luaScript, url], {
    env: { ...process.env, BENCH_BODY: bodyFile, BENCH_TOKEN: server.token ?? '' },
  });
  const [requests, duration, errors, p50, p99] = stdout.match(/RESULT (.*)/)[1].split(' ').map(Number);
  if (errors > 0) {
    throw new Error(`${server.name}, ${query}: ${errors} of ${requests} requests failed.\n${stdout}\n${server.log.join('')}`);
  }
  return {
    requests,
    perSecond: requests / (duration / 1e6),
    cpu: (server.cpu() - before.server) / requests,
    postgres: (bench.postgres.cpu() - before.postgres) / requests,
    p50: p50 / 1000,
    p99: p99 / 1000,
  };
}
