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

/** What a client holds in the end: the first part, with everything put where it goes. */
export function merged(parts) {
  const [{ data, errors = [] }, ...later] = structuredClone(parts);
  const pending = new Map();
  for (const { id, path } of parts[0].pending ?? []) pending.set(id, path);
  for (const part of later) {
    for (const { id, path } of part.pending ?? []) pending.set(id, path);
    for (const { id, data: fields, items, subPath = [], errors: below = [] } of part.incremental ?? []) {
      const target = [...pending.get(id), ...subPath].reduce((value, key) => value[key], data);
      if (items) target.push(...items);
      else deepAssign(target, fields);
      errors.push(...below);
    }
    for (const { errors: failed = [] } of part.completed ?? []) errors.push(...failed);
  }
  return { data, errors };
}

function deepAssign(target, fields) {
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && typeof value === 'object' && target[key]) deepAssign(target[key], value);
    else target[key] = value;
  }
}

/**
 * What the parts say, as a set, whatever ids they use: what is pending, what is delivered as part of what, what is complete.
 * Which part says it depends on how fast each resolver is. Items of a list are taken together.
 */
export function facts(parts) {
  const names = new Map();
  const items = new Map();
  const said = new Set();
  for (const part of parts) {
    for (const { id, path, label } of part.pending ?? []) {
      names.set(id, JSON.stringify([path, label]));
      said.add(`pending ${names.get(id)}`);
    }
    for (const entry of part.incremental ?? []) {
      const where = `${names.get(entry.id)} ${JSON.stringify(entry.subPath ?? [])}`;
      if (entry.items) items.set(where, [...(items.get(where) ?? []), ...entry.items]);
      else said.add(`delivered ${where}: ${JSON.stringify(sorted(entry.data))}`);
    }
    for (const { id, errors } of part.completed ?? []) {
      said.add(`completed ${names.get(id)} ${errors?.map(({ message }) => message) ?? ''}`);
    }
  }
  for (const [where, all] of items) said.add(`streamed ${where}: ${JSON.stringify(all.map(sorted))}`);
  return [JSON.stringify(sorted(parts[0].data)), ...[...said].sort()];
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
