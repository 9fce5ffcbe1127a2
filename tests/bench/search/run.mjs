// Measures lists and search by who asks. Started by ./run, which builds first.
import { parseArgs } from 'node:util';
import { load, warmUp } from '../service/lib/load.mjs';
import { machine } from '../service/lib/machine.mjs';
import { number, table } from '../service/lib/table.mjs';
import { viewers } from '../service/lib/viewers.mjs';
import { Workbench } from '../service/lib/workbench.mjs';
import { explainList, explainSearch } from './plans.mjs';

/** Of the words of the bench's documents one stands in each, one in those of a country, one in a single one of the oldest. */
const questions = (documents) => [
  ['first page of a list', null, '{ assessments(first: 20) { nodes { id title country } } }'],
  ['a word of all', 'finding', search('nodes { id title }')],
  ['a word of all, with total, highlights and facets', 'finding',
    search('totalCount edges { node { id title } highlights { fragment } } facets { kinds { count } tags { count } regions { count } years { count } }')],
  ['a word of some', 'Kenya', search('nodes { id title }')],
  ['both', 'finding Kenya', search('nodes { id title }')],
  ['a word of one', String(documents), search('nodes { id title }')],
];

function search(fields) {
  return `query Search($text: String!) { search(text: $text, first: 20) { ${fields} } }`;
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '5' },
    warmup: { type: 'string', default: '2' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const bench = await Workbench.open({
  documents: sizes.at(-1), seconds: Number(values.seconds), warmup: Number(values.warmup), rounds: 1, connections: 1,
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => bench.close().finally(() => process.exit(130)));
}

try {
  console.log(machine(bench));
  const rows = [];
  for (const size of sizes) {
    const database = await bench.database(size);
    const request = (url, [, text, query]) => ({ url, body: JSON.stringify({ query, variables: text === null ? {} : { text } }) });
    const server = await bench.start('ours', 'ours', { env: bench.postgres.environment(database), request });
    for (const [sees, subject] of viewers) {
      server.token = await bench.token(subject);
      for (const question of questions(size)) rows.push([number(size), sees, ...await measure(server, database, subject, question)]);
    }
    await bench.stopServers();
  }
  console.log(table(['documents', 'viewer sees', 'question', 'p50 ms', 'p99 ms', 'shown', 'rows read', 'by'], rows));
} finally {
  await bench.close();
}

async function measure(server, database, subject, question) {
  const [what, text] = question;
  bench.say(`${subject}: ${what}`);
  const { json } = await server.ask(question);
  const { assessments, search: found } = json.data;
  const { seconds, warmup } = bench.options;
  await warmUp(bench, server, question, {}, { seconds: warmup });
  const { p50, p99 } = await load(bench, server, question, {}, { seconds });
  const plan = text === null
    ? await explainList(bench.postgres, database, subject)
    : await explainSearch(bench.postgres, database, subject, text);
  const shown = (assessments?.nodes ?? found.nodes ?? found.edges).length;
  return [what, number(p50, 1), number(p99, 1), number(shown), number(plan.rows), plan.by];
}
