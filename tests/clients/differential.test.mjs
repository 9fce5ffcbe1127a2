import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { GraphQLError, Kind, buildSchema, parse, validate } from 'graphql';
import { corpus } from './corpus.mjs';
import { differences } from './differences.mjs';
import { ask, servedSchema } from './session.mjs';

/** The codes under which the service refuses a document as such; other errors come from running it. */
const documentCodes = new Set(['SYNTAX_ERROR', 'VALIDATION_FAILED', 'VALIDATION_LIMIT_EXCEEDED']);

let schema;
before(async () => { schema = buildSchema(await servedSchema()); });

for (const [topic, documents] of Object.entries(corpus)) {
  for (const document of documents) {
    test(`${topic}: ${abridged(document)}`, async (t) => {
      const [reference, ours] = [judge(document), await verdictOf(document)];
      const reason = differences.get(document);
      if (reason === undefined) {
        assert.deepEqual(ours, reference);
      } else {
        t.diagnostic(`differs: ${reason}`);
        assert.notDeepEqual(ours, reference, 'no longer differs: take it out of differences.mjs');
      }
    });
  }
}

test('every listed difference is one of the corpus', (t) => {
  const all = Object.values(corpus).flat();
  assert.equal(new Set(all).size, all.length, 'a document stands twice in the corpus');
  assert.deepEqual([...differences.keys()].filter((document) => !all.includes(document)), []);
  t.diagnostic(`${all.length} documents, ${differences.size} intended differences`);
});

/** What graphql-js says, by the grammar of September 2025: an empty selection set is none. */
function judge(document) {
  try {
    return verdict(validate(schema, parse(document, { allowEmptySelectionSets: false })));
  } catch (error) {
    if (error instanceof GraphQLError) return verdict([error]);
    throw error;
  }
}

async function verdictOf(document) {
  const { errors = [] } = await ask(document, { operationName: operationOf(document) });
  return verdict(errors.filter(({ extensions }) => documentCodes.has(extensions.code)));
}

/** Errors as a set: their order follows that of the rules. */
function verdict(errors) {
  return errors
    .map(({ message, locations }) =>
      `${message} at ${(locations ?? []).map(({ line, column }) => `${line}:${column}`).join(', ')}`)
    .sort();
}

/** Of several operations one has to be chosen to be judged at all. */
function operationOf(document) {
  try {
    const operations = parse(document, { noLocation: true })
      .definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.length > 1 ? operations.find(({ name }) => name)?.name.value : undefined;
  } catch {
    return undefined;
  }
}

function abridged(document) {
  return JSON.stringify(document.length > 100 ? `${document.slice(0, 100)}…` : document);
}
