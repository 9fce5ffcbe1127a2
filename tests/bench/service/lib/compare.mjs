import { isDeepStrictEqual } from 'node:util';
import { load, warmUp } from './load.mjs';
import { number, table } from './table.mjs';

/**
 * Runs one query on several servers in turn, and answers a Markdown table of medians. The first server is the one to which the others are
 * compared; all have to give the same answer.
 */
export async function compare(bench, title, servers, query, inputs) {
  const { seconds, warmup, rounds } = bench.options;
  const answer = await requireEqualAnswers(servers, query, inputs);
  for (const server of servers) await warmUp(bench, server, query, inputs, { seconds: warmup });
  const runs = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) runs.get(server).push(await load(bench, server, query, inputs, { seconds }));
  }

  const [base] = servers;
  const of = (server, figure) => median(runs.get(server).map((run) => run[figure]));
  const rows = servers.map((server) => [
    server.name,
    number(of(server, 'perSecond')),
    number(of(server, 'perSecond') / of(base, 'perSecond'), 2),
    number(of(server, 'cpu')),
    number(of(server, 'postgres')),
    number(of(server, 'p50'), 1),
    number(of(server, 'p99'), 1),
    number(server.resident()),
  ]);
  const { bytes, leaves } = answer;
  return [
    `**${title}** (${number(bytes / 1000, 1)} KB, ${number(leaves)} leaf fields)`,
    '',
    table(['server', 'requests/s', `/ ${base.name}`, 'server CPU µs', 'PostgreSQL CPU µs', 'p50 ms', 'p99 ms', 'memory MB'], rows),
    '',
  ].join('\n');
}

/** Fails unless every server gives the answer of the first. */
export async function requireEqualAnswers(servers, query, inputs) {
  const [base, ...others] = servers;
  const expected = await base.ask(query, inputs);
  for (const server of others) {
    const actual = await server.ask(query, inputs);
    if (!isDeepStrictEqual(actual.json, expected.json)) {
      throw new Error(`${server.name} answers ${query} otherwise than ${base.name}: ${difference(expected.json, actual.json, '$')}`);
    }
  }
  return { json: expected.json, bytes: expected.bytes, leaves: countLeaves(expected.json) };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function countLeaves(value) {
  return value !== null && typeof value === 'object'
    ? Object.values(value).reduce((sum, child) => sum + countLeaves(child), 0)
    : 1;
}

function difference(expected, actual, at) {
  const isObject = (value) => value !== null && typeof value === 'object';
  if (!isObject(expected) || !isObject(actual)) return `at ${at}, ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (!isDeepStrictEqual(expected[key], actual[key])) return difference(expected[key], actual[key], `${at}.${key}`);
  }
  return `at ${at}`;
}
