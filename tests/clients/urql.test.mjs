import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, cacheExchange, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { draft, openSocket, signedIn, url } from './session.mjs';
import { changeCursor, changes, listen, unique } from './following.mjs';

let socket;
let client;

before(() => {
  socket = openSocket(signedIn('kenya'));
  client = new Client({
    url,
    fetchOptions: { headers: signedIn('kenya') },
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
});

after(() => socket.dispose());

test('a query', async () => {
  const { data, error } = await client.query(gql`{ viewer { displayName appointments { role } } }`, {}).toPromise();
  assert.equal(error, undefined);
  assert.equal(data.viewer.displayName, 'Focal point of Kenya (sample)');
  assert.equal(data.viewer.appointments[0].role, 'NATIONAL_FOCAL_POINT');
});

test('a query by GET', async () => {
  const { data, error } = await client
    .query(gql`{ catalogue { __typename } }`, {}, { preferGetMethod: 'force' })
    .toPromise();
  assert.equal(error, undefined);
  assert.equal(data.catalogue.__typename, 'Catalogue');
});

test('a mutation', async () => {
  const title = unique('urql');
  const { data, error } = await client.mutation(gql(draft.document), draft.variables(title)).toPromise();
  assert.equal(error, undefined);
  assert.deepEqual(data.draftAssessment.errors, []);
  assert.equal(data.draftAssessment.assessment.title, title);
});

test('an error reaches the caller with its code', async () => {
  const { error } = await client.query(gql`{ assessments(first: 1000) { totalCount } }`, {}).toPromise();
  assert.equal(error?.graphQLErrors[0].extensions.code, 'BAD_USER_INPUT');
});

test('a subscription', async () => {
  const title = unique('urql');
  const variables = { title, after: await changeCursor(socket) };
  const own = listen((observer) =>
    client.subscription(gql(changes), variables).subscribe(({ data, error }) =>
      error ? observer.error(error) : observer.next({ data })).unsubscribe);
  await client.mutation(gql(draft.document), draft.variables(title)).toPromise();
  const change = await own.next();
  assert.equal(change.document.title, title);
  own.stop();
});
