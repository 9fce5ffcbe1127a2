// Writes down how graphql-js answers the corpus, part by part: node incremental/record.mjs > incremental/graphql-js.json
import '../node18.mjs';
import { readFile } from 'node:fs/promises';
import { buildSchema, experimentalExecuteIncrementally, parse, validate } from 'graphql';
import { corpus, data } from './corpus.mjs';

const schema = buildSchema(await readFile(new URL('schema.graphql', import.meta.url), 'utf8'));
const typeResolver = (value) => value.__typename;
const rootValue = told(data);

/** What graphql-js answers to each operation: its parts, the first of them alone if the whole response is in it. */
export async function record() {
  const recorded = [];
  for (const { query, variables } of corpus) recorded.push({ query, variables, parts: await answer(query, variables) });
  return { data, recorded };
}

async function answer(query, variableValues) {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`${query}: ${errors.join('\n')}`);
  const result = await experimentalExecuteIncrementally({ schema, document, rootValue, variableValues, typeResolver });
  if (!('initialResult' in result)) return [result];
  const parts = [result.initialResult];
  for await (const part of result.subsequentResults) parts.push(part);
  return parts;
}

/** The data as resolvers answer it. */
function told(value) {
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== 'object') return value;
  if (value.$pieces) return { [Symbol.asyncIterator]: () => pieces(value) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]));
}

async function* pieces({ $pieces, $throw }) {
  for (const piece of $pieces) yield told(piece);
  if ($throw) throw new Error($throw);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { data: asked, recorded } = await record();
  const lines = recorded.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  process.stdout.write(`{\n  "data": ${JSON.stringify(asked)},\n  "recorded": [\n${lines}\n  ]\n}\n`);
}
