import { documentsJudged } from '../kinds.mjs';
import { judgeDocument, run } from '../reference.mjs';
import { workshop } from '../workshop.mjs';

const uses = [
  '', '@wrapped', '@wrapped(open: "<", close: ">")', '@wrapped @wrapped(open: "(") @include(if: true)', '@wrapped(kind: GLUE, sizes: [1, 2])', '@wrapped(sizes: 3)', '@wrapped(sizes: [])',
  '@wrapped(close: null, sizes: null)', '@wrapped(open: $text)', '@wrapped(open: $given)', '@wrapped(close: $text)', '@wrapped(kind: $kind)', '@wrapped(sizes: [$n, 2])', '@wrapped(sizes: $sizes)', '@wrapped(open: null)', '@wrapped(open: 1)', '@wrapped(kind: NOPE)', '@wrapped(sizes: ["1"])',
  '@wrapped(what: 1)', '@wraped', '@keptBy(who: "Ada")', '@wrapped(open: "a", open: "b")',
];

const variables = '$text: String = "t", $given: String! = "g", $kind: PartKind! = METAL, $n: Int! = 5, $sizes: [Int!] = [7]';

const documents = [
  ...uses.map((use) => `query (${variables.split(', ').filter((one) => use.includes(`${/\$\w+/.exec(one)[0]}`)).join(', ')}) { parts { ... on Screw { label ${use} } } }`.replace('query ()', 'query')),
  '{ parts { ... on Screw { label @wrapped(open: "1") label @wrapped(open: "2") ...F a: label @wrapped } } } fragment F on Screw { label @wrapped(open: "3") }',
  'query @wrapped @wrapped { boss { __typename } }', 'mutation @wrapped { turn(name: "short") { name } }', 'query @keptBy(who: "a") { boss { __typename } }',
];

/** What requests say of the variables. */
const given = [{}, { text: 'T', given: 'G', kind: 'GLUE', n: 1, sizes: [] }, { text: null, sizes: null }, { given: null }, { sizes: 4 }];

/** Directives of a schema from C# types: defined, used in operations, and read by a resolver. */
export async function directives() {
  const judged = await Promise.all(documents.map(async (text) => {
    const reference = judgeDocument(workshop.reference.schema, text);
    return { text, reference, runs: reference.document ? await Promise.all(given.map((some) => runOf(reference.document, some))) : [] };
  }));
  return [documentsJudged({ kind: 'workshop', sdl: workshop.sdl }, workshop.reference, judged)];
}

async function runOf(document, some) {
  const { answer, events } = workshop.resolvers();
  return { request: { variables: some }, response: await run(workshop.reference.schema, document, { variables: some }, { answer, events }) };
}
