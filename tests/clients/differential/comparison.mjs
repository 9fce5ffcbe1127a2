import { isDeepStrictEqual } from 'node:util';
import { isIntrospectionType, isSpecifiedDirective, isSpecifiedScalarType } from 'graphql';
import { facts, faults, merged } from '../incremental/delivered.mjs';
import { said } from './differences.mjs';
import { brokenOff } from './recording.mjs';

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
  return ours.parts || theirs.parts ? compareParts(ours.parts ?? [ours], theirs.parts ?? [theirs]) : compareWhole(ours, theirs);
}

/** What a client holds in the end; and, unless something failed, what came later, and with what. */
function compareParts(ours, theirs) {
  const disagreements = [];
  differ(disagreements, 'order of parts', faults(ours), []);
  if (disagreements.length > 0) return disagreements;
  const [own, reference] = [ours, theirs].map((parts) => inOrder(merged(parts)));
  disagreements.push(...compareWhole(own, reference));
  if (disagreements.length === 0 && own.errors.length === 0) disagreements.push(...compareGroups(ours, theirs));
  return disagreements;
}

/** Which of several groups brings a field that all of them ask for depends on which is complete first: one that brings nothing else is then never pending. */
function compareGroups(ours, theirs) {
  const disagreements = [];
  const [own, reference] = [ours, theirs].map((parts) => facts(withEchoes(parts)));
  const those = (said, what) => said.filter((fact) => fact.startsWith(`${what} `));
  differ(disagreements, 'first part', own[0], reference[0]);
  differ(disagreements, 'streams', those(own, 'streamed'), those(reference, 'streamed'));
  const [more, fewer] = [[own, reference], [reference, own]].map(([some, others]) => those(some, 'pending').filter((fact) => !others.includes(fact)));
  const bring = (some, groups) => groups.every((fact) => some.some((other) => other.startsWith(fact.replace('pending', 'delivered'))));
  if (!bring(own, more) || !bring(reference, fewer) || (more.length > 0 && fewer.length > 0)) differ(disagreements, 'groups', own, reference);
  return disagreements;
}

function compareWhole(ours, theirs) {
  const disagreements = [];
  differ(disagreements, 'data', JSON.stringify(withEchoes(ours.data)), JSON.stringify(withEchoes(theirs.data)));
  if (disagreements.length > 0) return disagreements;

  const [own, reference] = [sorted(ours), sorted(theirs)];
  const below = new Set([...own.below.keys(), ...reference.below.keys()]);
  const exact = ({ exact: errors }) => errors.filter(({ message, place }) => !(message === brokenOff && below.has(place))).map(({ text }) => text).sort();
  differ(disagreements, 'field errors', exact(own), exact(reference));
  for (const place of below) {
    // Which errors below a nulled parent are told, and whether a list broke off before an item nulled it, depends on what ran before; that there is one does not.
    const isTold = ({ exact: errors, below: others }) => others.has(place) || errors.some((error) => error.message === brokenOff && error.place === place);
    differ(disagreements, `errors below ${place}`, isTold(own), isTold(reference));
  }
  return disagreements;
}

/** Errors by whether the null they made stands at their own path, or further up. */
function sorted({ data, errors = [] }) {
  const exact = [];
  const below = new Map();
  for (const { message, locations, path } of errors) {
    const nulled = path && nulledPrefix(data, path);
    const place = nulled?.join('.');
    const text = JSON.stringify({ message: said(message), locations: locations ?? [], path });
    if (path === undefined || nulled.length === path.length) exact.push({ message, place, text });
    else below.set(place, [...(below.get(place) ?? []), text]);
  }
  return { exact, below };
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

/** Errors as a set: their order follows that of the rules. A place counts once: graphql-js names a field twice whose fragment is spread both deferred and not. */
const verdict = (errors) => errors?.map(({ message, at }) => `${said(message)} at ${[...new Set(at.split(', '))].join(', ')}`).sort();

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
