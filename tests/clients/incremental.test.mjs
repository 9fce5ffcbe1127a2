import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ApolloClient, HttpLink, InMemoryCache, NetworkStatus, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { buildSchema, experimentalExecuteIncrementally, parse } from 'graphql';
import { record } from './incremental/record.mjs';
import { facts, faults, merged } from './incremental/delivered.mjs';
import { askInParts } from './incremental/parts.mjs';
import { drafted, unique } from './following.mjs';
import { ask, openSocket, servedSchema, signedIn, url } from './session.mjs';

const persona = 'ghana';

/** Documents of this file's own: what other files do meanwhile does not show. */
const title = unique('Parts');
const page = (first) => `assessments(first: ${first}, where: { title: { startsWith: "${title}" } }, order: [{ title: ASC }])`;

/** Operations over them. Each asks by field names alone, so that what it comes to is data for graphql-js. */
const operations = {
  'a group': '{ viewer { displayName ... @defer(label: "A") { appointments { role } } } }',
  'a group at the root': '{ ... @defer(label: "A") { viewer { displayName } } catalogue { __typename } }',
  'groups of a page': `{ ${page(5)} { totalCount edges { node { id ... @defer(label: "A") { title audience { kind } } } } } }`,
  'a count that comes later': `{ ${page(3)} { edges { node { id } } ... @defer(label: "A") { totalCount pageInfo { hasNextPage } } } }`,
  'groups within groups': `{ ${page(3)} { edges { node { id ... @defer(label: "A") {
    title events(first: 2) { edges { node { type ... @defer(label: "B") { documentId version } } } } } } } } }`,
  'fields that two groups ask for': `{ ${page(3)} { edges { node {
    ... @defer(label: "A") { id audience { kind } } ... @defer(label: "B") { id audience { kind offices } } } } } }`,
  'a fragment that is spread twice': `{ ${page(2)} { edges { node { ...F @defer(label: "A") ...G } } } }
    fragment F on Assessment { id title status } fragment G on Assessment { id language }`,
  'a page, item by item': `{ ${page(6)} { edges @stream(initialCount: 2, label: "S") { node { id title } } pageInfo { hasNextPage } } }`,
  'both': `{ ${page(4)} { edges @stream(initialCount: 1, label: "S") { node { id tags ... @defer(label: "A") { title
    comments(first: 2) { totalCount } } } } } }`,
  'an interface': `{ ${page(2)} { edges { node { __typename id ... on SharedDocument @defer(label: "A") { title } } } } }`,
  'nothing that holds': '{ viewer { displayName ... @defer(if: false) { appointments { role } } } }',
};

const withoutDirectives = (query) => query.replace(/@(defer|stream)(\([^)]*\))?/g, '');

let schema;
let socket;

before(async () => {
  schema = buildSchema(await servedSchema());
  socket = openSocket(signedIn(persona));
  for (const number of [1, 2, 3, 4, 5, 6]) await drafted(socket, `${title} ${number}`);
});

after(() => socket.dispose());

test('the recording that the engine is tested with is what graphql-js says', async () => {
  const recorded = JSON.parse(await readFile(new URL('incremental/graphql-js.json', import.meta.url), 'utf8'));
  assert.deepEqual(JSON.parse(JSON.stringify(await record())), recorded, 'run incremental/record.mjs');
});

for (const [what, query] of Object.entries(operations)) {
  test(`${what}, as graphql-js would deliver it, and in the end the same as at once`, async () => {
    const whole = await ask(withoutDirectives(query), { persona });
    assert.equal(whole.errors, undefined, JSON.stringify(whole.errors));
    const reference = await byGraphQLJs(query, whole.data);
    for (const parts of [
      await askInParts(query, { headers: signedIn(persona) }),
      await askInParts(query, { headers: signedIn(persona), accept: 'text/event-stream' }),
      await overSocket(query),
    ]) {
      assert.deepEqual(merged(parts), { data: whole.data, errors: [] });
      assert.deepEqual(facts(parts), facts(reference));
      assert.deepEqual(faults(parts), []);
    }
  });
}

test('who does not ask for parts gets one response', async () => {
  const query = operations['groups within groups'];
  assert.deepEqual(await ask(query, { persona }), await ask(withoutDirectives(query), { persona }));
});

test('Apollo Client shows a deferred fragment when it comes', async (t) => {
  const { client } = apollo(t);
  const seen = await watched(client.watchQuery({
    query: gql(`query Page { ${page(3)} { edges { node { id ... @defer { title tags } } } } }`),
  }));
  const nodes = (data) => data.assessments.edges.map(({ node }) => node);
  assert.ok(seen.length >= 2, `seen ${seen.length} results`);
  assert.deepEqual(nodes(seen[0].data).map(({ title }) => title), [undefined, undefined, undefined]);
  assert.ok(nodes(seen.at(-1).data).every(({ title }) => typeof title === 'string'), JSON.stringify(seen.at(-1).data));
});

test('Apollo Client appends streamed items', async (t) => {
  const { client } = apollo(t);
  const seen = await watched(client.watchQuery({
    query: gql(`query Items { ${page(5)} { edges @stream(initialCount: 2) { node { id } } } }`),
  }));
  assert.deepEqual(seen.map(({ data }) => data.assessments.edges.length), [2, 5]);
});

test('urql shows a deferred fragment when it comes', async () => {
  const client = new Client({ url, preferGetMethod: false, fetchOptions: { headers: signedIn(persona) }, exchanges: [cacheExchange, fetchExchange] });
  const query = 'query Page { viewer { displayName ... @defer { appointments { role } } } }';
  const seen = [];
  await new Promise((resolve) => {
    client.query(query, {}).subscribe((result) => {
      seen.push(result);
      if (!result.hasNext) resolve();
    });
  });
  assert.deepEqual(seen.map(({ error }) => error), seen.map(() => undefined));
  assert.equal(seen[0].data.viewer.appointments, undefined);
  assert.equal(seen.at(-1).data.viewer.appointments[0].role, 'NATIONAL_FOCAL_POINT');
});

/** How graphql-js delivers the operation, where the whole response is its data. */
async function byGraphQLJs(query, rootValue) {
  const result = await experimentalExecuteIncrementally({ schema, document: parse(query), rootValue });
  if (!('initialResult' in result)) return [result];
  const parts = [result.initialResult];
  for await (const part of result.subsequentResults) parts.push(part);
  return JSON.parse(JSON.stringify(parts));
}

async function overSocket(query) {
  const parts = [];
  for await (const part of socket.iterate({ query })) parts.push(part);
  return parts;
}

function apollo(t) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: url, headers: signedIn(persona) }),
    incrementalHandler: new GraphQL17Alpha9Handler(),
  });
  t.after(() => client.stop());
  return { client };
}

/** Everything that a watched query shows, until it is complete. */
function watched(query) {
  const seen = [];
  return new Promise((resolve, reject) => {
    query.subscribe({
      next: (result) => {
        if (result.error) reject(result.error);
        if (result.data) seen.push(structuredClone({ data: result.data }));
        if (result.networkStatus === NetworkStatus.ready) resolve(seen);
      },
      error: reject,
    });
  });
}
