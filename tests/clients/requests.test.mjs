import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { signedIn, url } from './session.mjs';
import { unique } from './following.mjs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const headers = signedIn('ghana');

/** A fetch that notes how it was asked. */
function recording() {
  const requests = [];
  const record = (address, options) => {
    const { method, body } = options;
    requests.push({ method, sent: body ? JSON.parse(body) : Object.fromEntries(new URL(address).searchParams) });
    return fetch(address, options);
  };
  return { requests, record };
}

function persistedClient(options) {
  const { requests, record } = recording();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([createPersistedQueryLink({ sha256, ...options }), new HttpLink({ uri: url, headers, fetch: record })]),
  });
  return { client, requests };
}

test('automatic persisted queries: taught once, then named by POST and GET', async () => {
  const name = unique('Taught').replace(/\W/g, '_');
  const query = gql(`query ${name}($first: Int!) { assessments(first: $first) { edges { node { id } } } }`);
  const variables = { first: 1 };

  const first = persistedClient();
  const { data } = await first.client.query({ query, variables });
  assert.equal(data.assessments.edges.length, 1);
  assert.deepEqual(first.requests.map(({ method, sent }) => [method, 'query' in sent]), [['POST', false], ['POST', true]]);

  for (const useGETForHashedQueries of [false, true]) {
    const { client, requests } = persistedClient({ useGETForHashedQueries });
    assert.deepEqual((await client.query({ query, variables })).data, data);
    assert.deepEqual(
      requests.map(({ method, sent }) => [method, 'query' in sent]),
      [[useGETForHashedQueries ? 'GET' : 'POST', false]]);
    client.stop();
  }

  first.client.stop();
});

test('automatic persisted queries: an invalid document is refused each time, and not kept', async () => {
  const { client, requests } = persistedClient();
  const query = gql`{ assessments(first: 1000) { totalCount } }`;
  await assert.rejects(client.query({ query }), (failure) => failure.errors[0].extensions.code === 'BAD_USER_INPUT');
  const invalid = gql`{ nope }`;
  for (let i = 0; i < 2; i++) {
    await assert.rejects(client.query({ query: invalid, fetchPolicy: 'no-cache' }), /Cannot query field "nope"/);
  }

  assert.deepEqual(requests.slice(2).map(({ sent }) => 'query' in sent), [false, true, false, true]);
  client.stop();
});

test('a batch of Apollo: one request, each result with its caller', async () => {
  const { requests, record } = recording();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new BatchHttpLink({ uri: url, headers, fetch: record, batchInterval: 20, batchMax: 10 }),
  });
  const [titles, refused, viewer] = await Promise.allSettled([
    client.query({ query: gql`{ assessments(first: 2) { edges { node { id } } } }` }),
    client.query({ query: gql`{ nope }` }),
    client.query({ query: gql`{ viewer { displayName } }` }),
  ]);

  assert.deepEqual(requests.map(({ sent }) => sent.length), [3]);
  assert.equal(titles.value.data.assessments.edges.length, 2);
  assert.equal(refused.reason.errors[0].extensions.code, 'VALIDATION_FAILED');
  assert.ok(viewer.value.data.viewer.displayName);
  client.stop();
});

test('a batch that is too long is refused as a whole', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(Array.from({ length: 11 }, () => ({ query: '{ __typename }' }))),
  });
  assert.equal(response.status, 400);
  assert.deepEqual(await response.json(), {
    errors: [{ message: 'The batch holds 11 requests; at most 10 may be sent at once.', extensions: { code: 'BATCH_LIMIT_EXCEEDED' } }],
  });
});
