import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { url } from './session.mjs';

// A page of another origin can make a browser send a plain GET with the user's rights. The service therefore answers
// GET only with a header that makes browsers ask first; the audits don't know it.
const fetchFn = (address, { headers, ...options } = {}) =>
  fetch(address, { ...options, headers: { ...headers, 'GraphQL-Require-Preflight': '1' } });

const audits = serverAudits({ url, fetchFn });

test('there are audits of every level', () => {
  for (const level of ['MUST', 'SHOULD', 'MAY']) assert.ok(audits.some((audit) => audit.name.startsWith(level)), level);
});

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', result.reason);
  });
}
