import { isDeepStrictEqual } from 'node:util';
import { isIntrospectionType, isSpecifiedDirective, isSpecifiedScalarType } from 'graphql';
import { said } from './differences.mjs';

/** Where two answers differ, as `{ what, ours, theirs }`; nothing where they agree. */
export function compareJudgements(ours, theirs) {
  const disagreements = [];
  differ(disagreements, 'errors', verdict(ours.errors), verdict(theirs.errors));
  if (disagreements.length === 0) differ(disagreements, 'printed', ours.printed, theirs.printed);
  return disagreements;
}

/** Two schemas: messages are equal, and the place that ours names is that of a part of the reference's error, or of what is around it. */
export function compareSchemas(ours, theirs) {
  const places = new Map();
  for (const { message, places: some } of theirs.errors ?? []) places.set(message, [...(places.get(message) ?? []), ...some ?? []]);
  const placed = (error) => ({ message: error.message, at: places.get(error.message)?.includes(error.at) ? 'its place' : error.at });
  return compareJudgements(
    { ...ours, errors: ours.errors?.map(placed) },
    { ...theirs, errors: theirs.errors?.map(({ message, at, places: some }) => ({ message, at: some?.length > 0 ? 'its place' : at })) });
}

/** Two responses, or lists of them. */
export function compareResponses(ours, theirs) {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return compareResponse(ours, theirs);
  const disagreements = [];
  differ(disagreements, 'events', ours.length, theirs.length);
  return [...disagreements, ...theirs.flatMap((response, index) => compareResponse(ours[index] ?? {}, response))];
}

/** Types, possible types and directives come in any order, and each engine describes the specification's own in its words. */
export function compareIntrospection(ours, theirs) {
  const disagreements = [];
  differ(disagreements, 'introspection', byName(ours.data), byName(theirs.data));
  return disagreements;
}

function compareResponse(ours, theirs) {
  const disagreements = [];
  differ(disagreements, 'data', JSON.stringify(withEchoes(ours.data)), JSON.stringify(withEchoes(theirs.data)));
  if (disagreements.length > 0) return disagreements;

  const [own, reference] = [sorted(ours), sorted(theirs)];
  differ(disagreements, 'field errors', own.exact, reference.exact);
  for (const place of new Set([...own.below.keys(), ...reference.below.keys()])) {
    // Which errors below a nulled parent are told depends on what ran before it was nulled; that there is one does not.
    const [some, expected] = [own.below.get(place) ?? [], reference.below.get(place) ?? []];
    differ(disagreements, `errors below ${place}`, some.length > 0, expected.length > 0);
  }
  return disagreements;
}

/** Errors by whether the null they made stands at their own path, or further up. */
function sorted({ data, errors = [] }) {
  const exact = [];
  const below = new Map();
  for (const { message, locations, path } of errors) {
    const nulled = path && nulledPrefix(data, path);
    const text = JSON.stringify({ message: said(message), locations: locations ?? [], path });
    if (path === undefined || nulled.length === path.length) exact.push(text);
    else below.set(nulled.join('.'), [...(below.get(nulled.join('.')) ?? []), text]);
  }
  return { exact: exact.sort(), below };
}

function nulledPrefix(data, path) {
  let value = data;
  for (let length = 0; length < path.length; length++) {
    if (value === null || value === undefined) return path.slice(0, length);
    value = value[path[length]];
  }
  return path;
}

/** Arguments that a resolver told are compared as values: the order of an input object's fields is nobody's promise. */
function withEchoes(value) {
  if (typeof value === 'string' && value.startsWith('echo:')) return { echo: inOrder(JSON.parse(value.slice('echo:'.length))) };
  if (Array.isArray(value)) return value.map(withEchoes);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withEchoes(entry)]));
}

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])]));
}

/** Errors as a set: their order follows that of the rules. */
const verdict = (errors) => errors?.map(({ message, at }) => `${said(message)} at ${at}`).sort();

function differ(disagreements, what, ours, theirs) {
  if (!isDeepStrictEqual(ours, theirs)) disagreements.push({ what, ours, theirs });
}

function byName({ __schema: { types, directives, ...schema } }) {
  const listed = (named) => named && [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return {
    ...schema,
    types: listed(own.map((type) => ({ ...type, possibleTypes: listed(type.possibleTypes) }))),
    directives: listed(directives.filter((directive) => !isSpecifiedDirective(directive))),
  };
}
