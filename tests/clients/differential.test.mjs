import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GraphQLError, Kind, buildSchema, parse, validate } from 'graphql';
import { documents as corpus } from './differential/corpus/documents.mjs';
import { said } from './differential/differences.mjs';
import { once } from './following.mjs';
import { ask, openSocket, servedSchema } from './session.mjs';

/** What running a valid document of the corpus may come to: a variable is missing. */
const inputCode = 'BAD_USER_INPUT';

let schema;
let socket;

before(async () => {
  schema = buildSchema(await servedSchema());
  socket = openSocket();
});

after(() => socket.dispose());

for (const [topic, documents] of Object.entries(corpus)) {
  for (const document of documents) {
    test(`${topic}: ${abridged(document)}`, async () => assert.deepEqual(await verdictOf(document), judge(document)));
  }
}

test('no document stands twice in the corpus', (t) => {
  const all = Object.values(corpus).flat();
  assert.equal(new Set(all).size, all.length);
  t.diagnostic(`${all.length} documents`);
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
  const { operation, name } = chosen(document);
  const { errors = [] } = await (operation === 'subscription' ? subscribe(document) : ask(document, { operationName: name }));
  return verdict(errors.filter(({ extensions }) => extensions.code !== inputCode));
}

/** A subscription is answered over a socket only. Those of the corpus lack a variable or more: no stream begins. */
async function subscribe(query) {
  try {
    return await once(socket, { query });
  } catch (errors) {
    if (Array.isArray(errors)) return { errors };
    throw errors;
  }
}

/** Errors as a set: their order follows that of the rules. */
function verdict(errors) {
  return errors
    .map(({ message, locations }) =>
      `${said(message)} at ${(locations ?? []).map(({ line, column }) => `${line}:${column}`).join(', ')}`)
    .sort();
}

/** The operation to be judged: of several, one has to be chosen by its name. */
function chosen(document) {
  try {
    const operations = parse(document, { noLocation: true })
      .definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const named = operations.length > 1 ? operations.find(({ name }) => name) : undefined;
    return { operation: operations[0]?.operation, name: named?.name.value };
  } catch {
    return {};
  }
}

function abridged(document) {
  return JSON.stringify(document.length > 100 ? `${document.slice(0, 100)}…` : document);
}
