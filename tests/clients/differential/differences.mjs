/**
 * Where the engine means to differ from graphql-js, and why. `said` reduces what both say in their own words to what has to be the same. `explains` gets a disagreement with
 * what was judged (`text`) and the reference's schema. What is explained is counted instead of failed.
 */
export const differences = [
  {
    reason: 'graphql-js names the JavaScript functions that tell the type of an object; the name of a type that is none is a matter of the server',
    said: (message) => message
      .replace(/^Abstract type "(\w+)" (?:must resolve to an Object type|was resolved to a) .*$/, 'No object type of "$1"')
      .replace(/^Runtime Object type "\w+" is not a possible type for "(\w+)"\.$/, 'No object type of "$1"'),
  },
  {
    reason: 'graphql-js cuts a character of two UTF-16 units in half when it tells of a wrong escape sequence',
    explains: ({ what, theirs }) => what === 'errors' && theirs?.length === 1 && /escape sequence: .*[\ud800-\udfff]/.test(theirs[0]) && !/[\u{10000}-\u{10ffff}]/u.test(theirs[0]),
  },
];

/** A message without what each engine says in words of its own. */
export const said = (message) => differences.reduce((text, difference) => difference.said?.(text) ?? text, message);
