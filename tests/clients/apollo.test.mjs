import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { draft, openSocket, signedIn, url } from './session.mjs';
import { changeCursor, changes, listen, unique } from './following.mjs';

let socket;
let client;

before(() => {
  socket = openSocket(signedIn('ghana'));
  client = new ApolloClient({
    cache: new InMemoryCache({ possibleTypes: { SharedDocument: ['Assessment'] } }),
    link: ApolloLink.split(
      ({ query }) => getMainDefinition(query).operation === 'subscription',
      new GraphQLWsLink(socket),
      new HttpLink({ uri: url, headers: signedIn('ghana') })),
  });
});

after(() => {
  client.stop();
  return socket.dispose();
});

test('a query of two pages, each normalized into the cache', async () => {
  const query = gql`
    query Titles($after: Cursor) {
      assessments(first: 1, after: $after) {
        edges { cursor node { id title } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `;
  const first = (await client.query({ query })).data.assessments;
  assert.equal(first.pageInfo.hasNextPage, true);
  const second = (await client.query({ query, variables: { after: first.pageInfo.endCursor } })).data.assessments;
  assert.notEqual(first.edges[0].node.id, second.edges[0].node.id);

  const { __typename, id, title } = first.edges[0].node;
  assert.equal(client.cache.extract()[`${__typename}:${id}`].title, title);
});

test('a mutation whose result the cache takes over', async () => {
  const title = unique('Apollo');
  const { data } = await client.mutate({ mutation: gql(draft.document), variables: draft.variables(title) });
  const { errors, assessment } = data.draftAssessment;
  assert.deepEqual(errors, []);
  assert.equal(client.cache.extract()[`Assessment:${assessment.id}`].status, 'DRAFT');
});

test('an error reaches the caller with its code', async () => {
  await assert.rejects(client.query({ query: gql`{ assessments(first: 1000) { totalCount } }` }), (failure) => {
    assert.ok(CombinedGraphQLErrors.is(failure), String(failure));
    assert.equal(failure.errors[0].extensions.code, 'BAD_USER_INPUT');
    return true;
  });
});

test('a subscription', async () => {
  const title = unique('Apollo');
  const variables = { title, after: await changeCursor(socket) };
  const own = listen((observer) => {
    const subscription = client.subscribe({ query: gql(changes), variables }).subscribe(observer);
    return () => subscription.unsubscribe();
  });
  await client.mutate({ mutation: gql(draft.document), variables: draft.variables(title) });
  const change = await own.next();
  assert.equal(change.document.title, title);
  own.stop();
});
