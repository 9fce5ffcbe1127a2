import { Kind, isNonNullType, print, resolveSchemaCoordinate, visit } from 'graphql';

/**
 * Where the engine means to differ from graphql-js, and why. `said` reduces what both say in their own words to what has to be the same. `explains` gets a disagreement with
 * what was judged (`text`, and the `request` that it was run by). What is explained is counted instead of failed. Of changes from a schema to another,
 * `settles` gets what the engine and graphql-js found, and answers both without the difference; `reads` prepares the definitions that graphql-js compares.
 */
export const differences = [
  {
    reason: 'graphql-js names the JavaScript functions that tell the type of an object; the name of a type that is none is a matter of the server',
    said: (message) => message
      .replace(/^Abstract type "(\w+)" (?:must resolve to an Object type|was resolved to a) .*$/, 'No object type of "$1"')
      .replace(/^Runtime Object type "\w+" is not a possible type for "(\w+)"\.$/, 'No object type of "$1"'),
  },
  {
    reason: 'graphql-js names no type where __typename, __type and __schema stand',
    said: (message) => message.replace(/"(?:<meta>|\w+)\.(__typename|__type\(name:\)|__schema|__type)"/, '"<meta>.$1"'),
  },
  {
    reason: 'directives on the definitions of directives belong to a later draft, which graphql-js has no option to refuse',
    explains: ({ what, ours, text }) => what === 'errors' && text.includes('directive')
      && /(Expected "on", found "@"|Unexpected Name "(DIRECTIVE_DEFINITION|directive)")\./.test(ours?.[0]),
  },
  {
    reason: 'where a type stands as an interface or a member that can be none, what follows from it is told by one or the other',
    explains: ({ what, ours, theirs }) => what === 'errors' && [...onlyIn(ours, theirs), ...onlyIn(theirs, ours)].every((error) =>
      /^(Union type \w+ must define one or more member types|Type \w+ must implement \w+ because it is implemented by \w+)\./.test(error))
      && ours?.some((error) => /(must only implement Interface types|can only include Object types)/.test(error)),
  },
  {
    reason: 'executable definitions among type definitions are not looked at, their directives neither',
    explains: ({ what, ours, theirs }) => what === 'errors' && onlyIn(ours, theirs).length === 0 && onlyIn(theirs, ours).every((error) =>
      /directive "?@\w+|Directive "@\w+" may not be used on (FIELD|QUERY|MUTATION|SUBSCRIPTION|FRAGMENT_\w+|INLINE_FRAGMENT|VARIABLE_DEFINITION)\./.test(error)),
  },
  {
    reason: '§3.5.2 refuses a Float that no double can hold; graphql-js takes it as infinite when it stands in a document',
    explains: ({ what, ours, theirs, text }) => what === 'errors' && /\de\d{3}/i.test(text) && onlyIn(theirs, ours).length === 0
      && onlyIn(ours, theirs).every((error) => error.includes('Float cannot represent non numeric value: Infinity')),
  },
  {
    reason: 'type system definitions among operations are refused, and not looked into: nothing of the document can be executed',
    explains: ({ what, ours, theirs }) => what === 'errors' && [ours, theirs].every((errors) => errors?.some((error) => /definition is not executable\./.test(error))),
  },
  {
    reason: '§5.8.5 refuses a nullable variable in a OneOf object wherever that stands; graphql-js only where the object itself may be null',
    explains: ({ what, ours, theirs }) => what === 'errors' && onlyIn(theirs, ours).length === 0
      && onlyIn(ours, theirs).every((error) => /but must be non-nullable to be used for OneOf Input Object/.test(error)),
  },
  {
    reason: 'a resolver that answers a number as text writes it in decimal, not as JavaScript does',
    explains: ({ what, request }) => what === 'data' && JSON.stringify(request?.data)?.includes('"0x10"'),
  },
  {
    reason: 'graphql-js cuts a character of two UTF-16 units in half when it tells of a wrong escape sequence',
    explains: ({ what, theirs }) => what === 'errors' && theirs?.length === 1 && /escape sequence: .*[\ud800-\udfff]/.test(theirs[0]) && !/[\u{10000}-\u{10ffff}]/u.test(theirs[0]),
  },
  {
    reason: 'graphql-js compares neither root types nor what the schema, deprecations, OneOf Input Objects and specifications of scalars say',
    settles: ({ ours, theirs }) => ({ theirs, ours: ours.filter((change) => !unknownChange.test(change)) }),
  },
  {
    reason: 'a built-in scalar comes and goes with what refers to it: that is told, and the scalar itself breaks nothing',
    settles: ({ ours, theirs }) => ({ ours, theirs: theirs.filter((change) => !/^Breaking: Standard scalar|^Safe: (Int|Float|ID) was added\.$/.test(change)) }),
  },
  {
    reason: 'without its default a non-null input has to be given, which breaks who left it out',
    settles: ({ ours, theirs, schemas: [, changed] }) => ({
      ours,
      theirs: theirs.map((change) => change.replace(/^Dangerous: (\S+) defaultValue was removed\.$/, (all, coordinate) =>
        (isNonNullType(inputAt(changed, coordinate).type) ? all.replace('Dangerous', 'Breaking') : all))),
    }),
  },
  {
    reason: 'graphql-js does not tell that an input takes null now, where its default stays',
    settles: ({ ours, theirs, schemas }) => ({
      theirs,
      ours: ours.filter((change) => {
        const [, coordinate] = /^Safe: (?:Argument|Field) (\S+) (?:has )?changed type from \S+ to /.exec(change) ?? [];
        return !coordinate || !schemas.every((schema) => hasDefault(inputAt(schema, coordinate)));
      }),
    }),
  },
  {
    reason: 'a description is quoted on one line, and one that is gone is said to be removed',
    settles: ({ ours, theirs }) => ({
      ours,
      theirs: theirs.map((change) => change.replace(/^(Safe: Description of .*?) has changed to "([^]*)"\.$/, (_, start, text) =>
        (text === 'undefined' ? `${start} was removed.` : `${start} has changed to ${print({ kind: Kind.STRING, value: text })}.`))),
    }),
  },
  {
    reason: 'graphql-js names a directive twice where the description of an argument of it has changed',
    settles: ({ ours, theirs }) => ({
      theirs,
      ours: ours.map((change) => change.replace(/^Safe: Description of argument @(\w+)\(\w+:\)/, 'Safe: Description of @$1($1)')),
    }),
  },
  {
    reason: 'a default is told on one line',
    settles: ({ ours, theirs }) => ({ ours, theirs: theirs.map((change) => (/defaultValue/.test(change) ? change.replaceAll(/\n\s*/g, ' ') : change)) }),
  },
  {
    reason: 'a text is the same as a block string and in quotes',
    reads: (document) => visit(document, { [Kind.STRING]: (node) => (node.block ? { ...node, block: false } : undefined) }),
  },
];

const unknownChange = new RegExp([
  '^\\w+: (Query|Mutation|Subscription) root type ',
  '^Safe: Description of the schema ',
  '^Safe: Deprecation reason of ',
  '^Safe: .* (was deprecated: ".*"|is no longer deprecated)\\.$',
  '^\\w+: \\w+ (became|is no longer) a OneOf Input Object\\.$',
  '^\\w+: Specification (".*" was (added to|removed from)|of \\w+ has changed)',
].join('|'), 's');

/** The reasons that came up so far. */
export const met = new Set();

/** A message without what each engine says in words of its own. */
export const said = (message) => differences.reduce((text, difference) => {
  const left = difference.said?.(text) ?? text;
  if (left !== text) met.add(difference.reason);
  return left;
}, message);

/** Why the engine means to disagree there; undefined if it does not. */
export function explanation(disagreement) {
  const reason = differences.find(({ explains }) => explains?.(disagreement))?.reason;
  if (reason) met.add(reason);
  return reason;
}

/** What both found without what is meant to differ. */
export const settled = (schemas, ours, theirs) => differences.filter(({ settles }) => settles).reduce((found, { settles, reason }) => {
  const left = settles({ ...found, schemas });
  if (JSON.stringify(left) !== JSON.stringify(found)) met.add(reason);
  return left;
}, { ours, theirs });

/** Definitions as graphql-js is to compare them. */
export const read = (document) => differences.filter(({ reads }) => reads).reduce((before, { reads, reason }) => {
  const after = reads(before);
  if (after !== before) met.add(reason);
  return after;
}, document);

function inputAt(schema, coordinate) {
  const { fieldArgument, directiveArgument, inputField } = resolveSchemaCoordinate(schema, coordinate);
  return fieldArgument ?? directiveArgument ?? inputField;
}

const hasDefault = (input) => input?.default !== undefined || input?.defaultValue !== undefined;

const onlyIn = (some = [], others = []) => some.filter((entry) => !others.includes(entry));
