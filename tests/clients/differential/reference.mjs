import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  GraphQLError, Kind, buildASTSchema, execute, experimentalExecuteIncrementally, getArgumentValues, getLocation, parse, parseSchemaCoordinate, parseType, parseValue, print, printSchema, subscribe, validate,
  validateSchema, visit,
} from 'graphql';

/** The grammar of September 2025: an empty selection set is none. */
const grammar = { allowEmptySelectionSets: false };

/** Not exported, and the only one that tells where definitions contradict one another. */
const main = createRequire(import.meta.url).resolve('graphql');
const { validateSDL } = await import(new URL(`validation/validate${extname(main)}`, pathToFileURL(main)));

/**
 * Where a response is complete before all of its fields are, graphql-js leaves promises behind whose failure nobody takes, and Node.js ends a process for that.
 * So somebody takes it; whoever waits for such a promise meets it as well.
 */
const { Executor } = await import(new URL(`execution/Executor${extname(main)}`, pathToFileURL(main)));
for (const [name, { value: method }] of Object.entries(Object.getOwnPropertyDescriptors(Executor.prototype))) {
  if (name === 'constructor' || typeof method !== 'function') continue;
  Executor.prototype[name] = function taken(...given) {
    const result = method.apply(this, given);
    for (const made of [result, ...given.filter(Array.isArray).flat()]) if (made instanceof Promise) made.catch(() => {});
    return result;
  };
}

const parsers = { document: (text) => parse(text, grammar), value: parseValue, type: parseType, coordinate: parseSchemaCoordinate };

/** What graphql-js makes of a text. */
export const judgeText = ({ goal, text }) => orErrors(() => ({ printed: print(parsers[goal](text)) }));

/** What graphql-js makes of type system definitions; a schema that is valid is answered, too. */
export function judgeSdl(sdl) {
  return orErrors(() => {
    const document = parse(sdl, grammar);
    const contradictions = validateSDL(document);
    const tell = toldWithPlaces(document);
    if (contradictions.length > 0) return { errors: contradictions.map(tell) };
    const schema = buildASTSchema(document, { assumeValidSDL: true });
    const errors = validateSchema(schema);
    return errors.length > 0 ? { errors: errors.map(tell) } : { schema, printed: printSchema(schema) };
  });
}

/** What graphql-js makes of a document. */
export function judgeDocument(schema, text) {
  return orErrors(() => {
    const document = parse(text, grammar);
    const errors = validate(schema, document);
    const printed = print(document);
    return errors.length > 0 ? { printed, errors: errors.map(told) } : { printed, document };
  });
}

/** The response to an operation; of one that comes in parts, these; of a subscription, a list of its responses. `answer` and `events` are its resolvers. */
export async function run(schema, document, { operationName, variables }, { answer, events }) {
  const args = {
    schema,
    document,
    operationName,
    variableValues: variables,
    fieldResolver: (parent, given, context, info) => {
      const { fieldName, parentType } = info;
      const resolve = () => answer(parent, parentType.getFields()[fieldName], given, parentType, (name) => directivesAt(info, name));
      return fieldName.length % 3 === 0 ? Promise.resolve().then(resolve) : resolve();
    },
    typeResolver: (value, context, info, type) => typeNameOf(value, schema.getPossibleTypes(type)),
    subscribeFieldResolver: (parent, given, context, { fieldName, parentType }) => events(parentType.getFields()[fieldName], given),
  };
  if (!isSubscription(document, operationName)) return schema.getDirective('defer') ? inParts(await experimentalExecuteIncrementally(args)) : plain(await execute(args));

  const stream = await subscribe({ ...args, fieldResolver: eventResolver(schema, args.fieldResolver) });
  if (!(Symbol.asyncIterator in stream)) return plain(stream);
  const responses = [];
  for await (const response of stream) responses.push(plain(response));
  return responses;
}

async function inParts(result) {
  if (!('initialResult' in result)) return plain(result);
  const parts = [plain(result.initialResult)];
  for await (const part of result.subsequentResults) parts.push(plain(part));
  return { parts };
}

/** The coerced arguments of each such directive at a field. */
const directivesAt = ({ schema, fieldNodes, variableValues }, name) => fieldNodes
  .flatMap(({ directives = [] }) => directives)
  .filter((node) => node.name.value === name)
  .map((node) => getArgumentValues(schema.getDirective(name), node, variableValues));

/** A value that doesn't tell its type is of the only one that it can have. */
const typeNameOf = (value, possible) => (typeof value?.__typename === 'string' ? value.__typename : possible.length === 1 ? possible[0].name : undefined);

/** An event is the value of the root field. */
function eventResolver(schema, inner) {
  const root = schema.getSubscriptionType();
  return (parent, given, context, info) => (info.parentType === root ? parent[info.fieldName] : inner(parent, given, context, info));
}

const isSubscription = ({ definitions }, operationName) => definitions.some(({ kind, name, operation }) =>
  kind === 'OperationDefinition' && operation === 'subscription' && (operationName === undefined || name?.value === operationName));

const plain = (response) => JSON.parse(JSON.stringify(response));

function orErrors(judge) {
  try {
    return judge();
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [told(error)] };
    return { failure: error.message };
  }
}

const told = ({ message, locations }) => ({ message, at: (locations ?? []).map(({ line, column }) => `${line}:${column}`).join(', ') });

/**
 * For schemas' errors: every place where a node of the error begins, or what is around it, or a definition of its type. The engine names one of them.
 */
function toldWithPlaces(document) {
  const definitions = ({ kind, loc, name: named }) => {
    const name = kind === Kind.NAMED_TYPE ? named.value : document.definitions.find((definition) => within(loc, definition.loc))?.name?.value;
    return document.definitions.filter((definition) => name !== undefined && definition.name?.value === name).map((definition) => definition.loc);
  };
  let all;
  const placesOf = (node) => {
    all ??= placesIn(document);
    return [...all.filter((around) => within(node.loc, around)), ...definitions(node)].map(placeOf);
  };
  return (error) => ({ ...told(error), places: (error.nodes ?? []).flatMap(placesOf) });
}

function placesIn(document) {
  const all = [];
  visit(document, { enter: (node) => { if (node !== document) all.push(node.loc); } });
  return all;
}

const within = (inner, outer) => outer.start <= inner.start && outer.end >= inner.end;

function placeOf({ start, source }) {
  const { line, column } = getLocation(source, start);
  return `${line}:${column}`;
}
