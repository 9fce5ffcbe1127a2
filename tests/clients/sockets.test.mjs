import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft, openSocket, signedIn } from './session.mjs';
import { changeCursor, drafted, follow, once, unique } from './following.mjs';

test('a query over a socket, signed in by the parameters of the connection', async (t) => {
  const socket = client(t, signedIn('ghana'));
  const { data } = await once(socket, { query: '{ viewer { displayName } }' });
  assert.equal(data.viewer.displayName, 'Focal point of Ghana (sample)');
});

test('a query over a socket without a token is nobody\'s', async (t) => {
  const { data } = await once(client(t), { query: '{ viewer { displayName } }' });
  assert.equal(data.viewer, null);
});

test('a mutation over a socket', async (t) => {
  const title = unique('Socket');
  const { data } = await once(client(t, signedIn('ghana')), { query: draft.document, variables: draft.variables(title) });
  assert.deepEqual(data.draftAssessment.errors, []);
  assert.equal(data.draftAssessment.clientMutationId, title);
  assert.equal(data.draftAssessment.assessment.version, 1);
});

test('an invalid operation ends with its errors, and the socket lives on', async (t) => {
  const socket = client(t, signedIn('ghana'));
  await assert.rejects(once(socket, { query: '{ viewer { displayname } }' }), (errors) => {
    assert.equal(errors.length, 1);
    assert.equal(
      errors[0].message, 'Cannot query field "displayname" on type "ViewerProfile". Did you mean "displayName"?');
    assert.deepEqual(errors[0].locations, [{ line: 1, column: 12 }]);
    assert.equal(errors[0].extensions.code, 'VALIDATION_FAILED');
    return true;
  });
  const { data } = await once(socket, { query: '{ __typename }' });
  assert.equal(data.__typename, 'Query');
});

for (const [what, Authorization] of [
  ['wrongly signed', `${signedIn('ghana').Authorization.slice(0, -8)}AAAAAAAA`],
  ['no token', 'Bearer nonsense'],
  ['of another scheme', 'Basic Z2hhbmE6Z2hhbmE='],
]) {
  test(`a token that is ${what} closes the socket with 4403`, async (t) => {
    await assert.rejects(once(client(t, { Authorization }), { query: '{ __typename }' }), { code: 4403 });
  });
}

test('a subscriber hears of a draft of its office, and an observer does not', async (t) => {
  const title = unique('Live');
  const ghana = client(t, signedIn('ghana'));
  const after = await changeCursor(ghana);
  const own = follow(ghana, { title, after });
  const foreign = follow(client(t, signedIn('observer')), { title, after });
  const assessment = await drafted(ghana, title);

  const { cursor, ...change } = await own.next();
  assert.equal(typeof cursor, 'string');
  assert.deepEqual(change, {
    type: 'ASSESSMENT_DRAFTED',
    documentId: assessment.id,
    version: 1,
    document: { title, status: 'DRAFT' },
  });
  assert.deepEqual(await own.rest(), []);
  assert.deepEqual(await foreign.rest(), []);
});

test('a subscriber without a cursor hears of what happens from now on', async (t) => {
  const title = unique('Now');
  const ghana = client(t, signedIn('ghana'));
  const earlier = await drafted(ghana, title);
  const own = follow(ghana, { title });

  // The protocol acknowledges no subscription: drafts go on until the first is heard.
  const later = [];
  let first;
  own.next().then((change) => { first = change; });
  while (!first && later.length < 50) later.push((await drafted(ghana, title + later.length)).id);
  assert.ok(later.includes(first?.documentId), `heard of ${first?.documentId}, and ${earlier.id} came before`);
});

test('a subscriber that was cut off resumes behind its last cursor: each change once, in order', async (t) => {
  const title = unique('Resumed');
  const ghana = client(t, signedIn('ghana'));
  const before = follow(ghana, { title, after: await changeCursor(ghana) });
  const first = await drafted(ghana, title);
  const last = await before.next();
  assert.equal(last.documentId, first.id);
  before.stop();

  const missed = [];
  for (const suffix of ['a', 'b', 'c']) missed.push((await drafted(ghana, title + suffix)).id);

  const resumed = follow(client(t, signedIn('ghana')), { title, after: last.cursor });
  const heard = [];
  while (heard.length < missed.length) heard.push((await resumed.next()).documentId);
  assert.deepEqual(heard, missed);
  assert.deepEqual(await resumed.rest(), []);
});

test('a cursor that the service never gave is refused before the stream begins', async (t) => {
  const resumed = follow(client(t, signedIn('ghana')), { title: '', after: 'bm9uc2Vuc2U' });
  await assert.rejects(resumed.next(), (errors) => {
    assert.equal(errors[0].extensions.code, 'BAD_USER_INPUT');
    return true;
  });
});

function client(t, parameters) {
  const socket = openSocket(parameters);
  t.after(() => socket.dispose());
  return socket;
}
