import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError, createClient } from 'graphql-sse';
import { draft, signedIn, url } from './session.mjs';
import { changeCursor, drafted, follow, once, unique } from './following.mjs';

for (const [mode, singleConnection] of [['distinct connections', false], ['a single connection', true]]) {
  test(`${mode}: a query`, async (t) => {
    const { data } = await once(client(t, singleConnection), { query: '{ viewer { displayName } }' });
    assert.equal(data.viewer.displayName, 'Focal point of Ghana (sample)');
  });

  test(`${mode}: a mutation`, async (t) => {
    const title = unique('Events');
    const { data } = await once(client(t, singleConnection), { query: draft.document, variables: draft.variables(title) });
    assert.deepEqual(data.draftAssessment.errors, []);
    assert.equal(data.draftAssessment.assessment.title, title);
  });

  test(`${mode}: an invalid operation is answered with its errors, and the client goes on`, async (t) => {
    const refusals = [];
    const events = client(t, singleConnection, { refusals });
    const [error] = await errorsOf(once(events, { query: '{ viewer { displayname } }' }), refusals);
    assert.equal(error.message, 'Cannot query field "displayname" on type "ViewerProfile". Did you mean "displayName"?');
    assert.deepEqual(error.locations, [{ line: 1, column: 12 }]);
    assert.equal(error.extensions.code, 'VALIDATION_FAILED');
    assert.equal((await once(events, { query: '{ __typename }' })).data.__typename, 'Query');
  });

  test(`${mode}: a subscriber hears of each draft once, in order, until it stops`, async (t) => {
    const title = unique('Events');
    const events = client(t, singleConnection);
    const own = follow(events, { title, after: await changeCursor(events) });
    const made = [];
    for (const suffix of ['a', 'b']) made.push((await drafted(events, title + suffix)).id);
    assert.deepEqual([(await own.next()).documentId, (await own.next()).documentId], made);
    own.stop();
    await drafted(events, `${title}c`);
    assert.deepEqual(await own.rest(), []);
  });

  test(`${mode}: an observer hears nothing of a draft of an office`, async (t) => {
    const title = unique('Events');
    const ghana = client(t, singleConnection);
    const after = await changeCursor(ghana);
    const foreign = follow(client(t, singleConnection, { persona: 'observer' }), { title, after });
    await drafted(ghana, title);
    assert.deepEqual(await foreign.rest(), []);
    foreign.stop();
  });
}

/** Errors come as an event on a stream of their own; of several operations, one that is invalid is refused before it joins the stream. */
const errorsOf = (answer, refusals) => answer.then(
  ({ errors }) => errors,
  (failure) => {
    assert.ok(failure instanceof NetworkError, String(failure));
    assert.equal(failure.response.status, 400);
    return refusals[0].errors;
  });

function client(t, singleConnection, { persona = 'ghana', refusals = [] } = {}) {
  // The client throws a refusal's body away.
  const fetchFn = async (...request) => {
    const response = await fetch(...request);
    if (response.status === 400) refusals.push(await response.clone().json());
    return response;
  };
  const events = createClient({ url, singleConnection, headers: signedIn(persona), retryAttempts: 0, fetchFn });
  t.after(() => events.dispose());
  return events;
}
