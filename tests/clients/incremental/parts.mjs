import { url } from '../session.mjs';

/** Asks for a response in parts over HTTP and answers the parts, once all are there. */
export async function askInParts(query, { variables, headers, accept = 'multipart/mixed, application/json;q=0.5' } = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const type = response.headers.get('content-type');
  const body = await response.text();
  if (type.startsWith('multipart/mixed')) return multipart(body);
  if (type.startsWith('text/event-stream')) return events(body);
  return [JSON.parse(body)];
}

/** The parts of a multipart body, by RFC 2046: each begins after a delimiter and its own headers. */
function multipart(body) {
  const [, ...parts] = body.split('\r\n---');
  if (parts.pop() !== '--\r\n') throw new Error(`The body does not end: ${JSON.stringify(body.slice(-40))}`);
  return parts.map((part) => JSON.parse(part.slice(part.indexOf('\r\n\r\n'))));
}

/** The payloads of the `next` events; the stream has to be complete. */
function events(body) {
  if (!body.endsWith('event: complete\ndata: \n\n')) throw new Error(`The stream is not complete: ${body.slice(-40)}`);
  return [...body.matchAll(/^event: next\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data));
}
