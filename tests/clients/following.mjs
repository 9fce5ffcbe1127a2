import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { draft } from './session.mjs';

const patienceMs = 30_000;
const silenceMs = 500;

/** The changes to documents whose title begins with a text. */
export const changes = /* GraphQL */ `
  subscription Changes($after: Cursor, $title: String!) {
    changes(after: $after, where: { title: { startsWith: $title } }) {
      cursor
      type
      documentId
      version
      document { title status }
    }
  }
`;

/** A title that no other test uses. */
export const unique = (name) => `${name} ${randomUUID()}`;

/** The one answer of a query or mutation over a socket; throws the errors that it ended with. */
export async function once(socket, operation) {
  for await (const answer of socket.iterate(operation)) return answer;
  throw new Error('The operation ended without an answer.');
}

/** Where a subscriber has to begin so that it hears of all that happens from now on. */
export async function changeCursor(socket) {
  const { data } = await once(socket, { query: '{ changeCursor }' });
  return data.changeCursor;
}

/** Drafts an assessment over a socket and answers it. */
export async function drafted(socket, title) {
  const { data } = await once(socket, { query: draft.document, variables: draft.variables(title) });
  const { errors, assessment } = data.draftAssessment;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return assessment;
}

/** Subscribes through any client: `subscribe` gets an observer of changes and answers how to stop. */
export function listen(subscribe) {
  const heard = [];
  let failure;
  let wake = () => { };
  const fail = (cause) => {
    failure = cause;
    wake();
  };
  const stop = subscribe({
    next: (answer) => {
      if (answer.errors) return fail(answer.errors);
      heard.push(answer.data.changes);
      wake();
    },
    error: fail,
    complete: () => fail(new Error('The stream ended.')),
  });
  return {
    stop,
    /** The next change; throws what the stream ended with. */
    async next() {
      const end = Date.now() + patienceMs;
      while (heard.length === 0) {
        if (failure) throw failure;
        if (Date.now() >= end) throw new Error(`Nothing was heard for ${patienceMs} ms.`);
        await Promise.race([new Promise((resolve) => { wake = resolve; }), delay(end - Date.now(), null, { ref: false })]);
      }
      return heard.shift();
    },
    /** What else is heard within half a second. */
    async rest() {
      await delay(silenceMs);
      return heard.splice(0);
    },
  };
}

/** Subscribes to changes over a socket. */
export const follow = (socket, variables) => listen((observer) => socket.subscribe({ query: changes, variables }, observer));
