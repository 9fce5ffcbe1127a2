import './node18.mjs';
import WebSocket from 'ws';
import { createClient } from 'graphql-ws';

/** The endpoint of the service that `run.mjs` started. */
export const url = fromEnvironment('R2P_CLIENTS_URL');

/** The endpoint for WebSockets. */
export const socketUrl = url.replace(/^http/, 'ws');

const tokens = JSON.parse(fromEnvironment('R2P_CLIENTS_TOKENS'));

/** The headers, or the parameters of a connection, of somebody who is signed in as that persona. */
export const signedIn = (persona) => ({ Authorization: `Bearer ${tokens[persona]}` });

/** Asks over HTTP and answers the response's body. */
export async function ask(query, { variables, operationName, persona } = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(persona && signedIn(persona)) },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}

/** The schema as the service prints it. */
export async function servedSchema() {
  const response = await fetch(`${url}/schema.graphql`);
  if (!response.ok) throw new Error(`The schema was answered with ${response.status}.`);
  return response.text();
}

/** A graphql-ws client that does not retry, so that a test sees the first failure. */
export const openSocket = (connectionParams, options) =>
  createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams, ...options });

/** A draft of its own for a test that writes: answers the assessment, or throws what was refused. */
export const draft = {
  document: /* GraphQL */ `
    mutation Draft($input: DraftAssessmentInput!) {
      draftAssessment(input: $input) {
        clientMutationId
        errors { code message path }
        assessment { id version title status }
      }
    }
  `,
  variables: (title) => ({ input: { title, clientMutationId: title } }),
};

function fromEnvironment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with "node run.mjs".`);
  return value;
}
