// Pairs of type system definitions, the old and the new, by what they are about. `Query` is added where a text has none.

const topics = {
  types: [
    ['type T { a: Int }', ''], ['', 'type T { a: Int }'], ['scalar A', 'type A { a: Int }'], ['enum A { B }', 'input A { b: Int }'], ['union A = Query', 'interface A { a: Int }'], ['scalar A', 'scalar A'],
    ['type T { a: Int b: ID }', 'type T { a: Int }'], ['type T { a: Int }', 'type T { a: Int b: Float }'], ['type T { a: Int }', '"a T" type T { a: Int }'], ['"one" type T { a: Int }', '"two" type T { a: Int }'], ['"two\\nlines \\"quoted\\"" scalar T', '"" scalar T'],
    ['"gone" scalar T', 'scalar T'], ['"same" scalar T', '"""same""" scalar T'],
  ],
  outputs: ['Int', 'Int!', '[Int]', '[Int!]', '[Int]!', '[Int!]!', '[[Int]]', 'Float'].flatMap((old, _, all) =>
    all.map((changed) => [`type T { a: ${old} }`, `type T { a: ${changed} }`])),
  inputs: ['Int', 'Int!', '[Int]', '[Int!]', '[Int]!', '[Int!]!', '[[Int]]', 'Float'].flatMap((old, _, all) => all.flatMap((changed) => [
    [`type T { a(b: ${old}): Int }`, `type T { a(b: ${changed}): Int }`], [`input I { a: ${old} }`, `input I { a: ${changed} }`], [`directive @d(a: ${old}) on FIELD`, `directive @d(a: ${changed}) on FIELD`],
  ])),
  defaults: ['', ' = 1', ' = 2', ' = null'].flatMap((old, _, all) => all.flatMap((changed) => [
    [`type T { a(b: Int${old}): Int }`, `type T { a(b: Int${changed}): Int }`], [`input I { a: Int${old} }`, `input I { a: Int${changed} }`], [`directive @d(a: Int${old}) on FIELD`, `directive @d(a: Int${changed}) on FIELD`],
  ])),
  'defaults and types': [
    ['type T { a(b: Int! = 1): Int }', 'type T { a(b: Int!): Int }'], ['type T { a(b: Int! = 1): Int }', 'type T { a(b: Int): Int }'], ['type T { a(b: Int! = 1): Int }', 'type T { a(b: Int = 2): Int }'], ['type T { a(b: Int = 1): Int }', 'type T { a(b: Int! = 2): Int }'],
    ['type T { a(b: [Int]! = 1): Int }', 'type T { a(b: [Int] = 1): Int }'], ['input I { a: Int! = 1 }', 'input I { a: Int = 1 }'], ['input I { a: Int! = 1 }', 'input I { a: Int! }'], ['directive @d(a: Int! = 1) on FIELD', 'directive @d(a: Int!) on FIELD'], ['type T { a(b: I = { a: 1, b: [2, 3] }): Int } input I { a: Int b: [Int] }', 'type T { a(b: I = { b: [2, 3], a: 1 }): Int } input I { a: Int b: [Int] }'],
    ['type T { a(b: I = { b: 1 }): Int } input I { a: Int b: [Int] }', 'type T { a(b: I = { b: [1], a: null }): Int } input I { a: Int b: [Int] }'], ['type T { a(b: String = "x"): Int }', 'type T { a(b: String = """x"""): Int }'], ['type T { a(b: String = "x\\ny"): Int }', 'type T { a(b: String = """x\n"""): Int }'],
    [`type T { a(b: [Int] = [${'123456, '.repeat(20)}]): Int }`, `type T { a(b: [Int] = [${'123456, '.repeat(21)}]): Int }`], [`type T { a(b: [[String]] = [["${'x'.repeat(80)}"], ["  \\n y"]]): Int }`, 'type T { a(b: [[String]] = []): Int }'],
  ],
  'what is added': [
    ['type T { a: Int }', 'type T { a(b: Int): Int }'], ['type T { a: Int }', 'type T { a(b: Int!): Int }'], ['type T { a: Int }', 'type T { a(b: Int! = 1): Int }'], ['input I { a: Int }', 'input I { a: Int b: Int }'], ['input I { a: Int }', 'input I { a: Int b: Int! }'],
    ['input I { a: Int }', 'input I { a: Int b: Int! = 1 }'], ['directive @d on FIELD', 'directive @d(a: Int) on FIELD'], ['directive @d on FIELD', 'directive @d(a: Int!) on FIELD'], ['directive @d on FIELD', 'directive @d(a: Int! = 1) on FIELD'],
    ['enum E { A }', 'enum E { B A }'], ['union U = Query', 'union U = Query | T type T { a: Int }'], ['type T { a: Int } interface I { a: Int }', 'type T implements I { a: Int } interface I { a: Int }'], ['interface T { a: Int } interface I { a: Int }', 'interface T implements I { a: Int } interface I { a: Int }'],
    ['', 'directive @d on FIELD'], ['directive @d on FIELD', 'directive @d on FIELD | QUERY'], ['directive @d on FIELD', 'directive @d repeatable on FIELD'],
  ],
  descriptions: [
    ['type T { a: Int }', 'type T { "new" a: Int }'], ['type T { a(b: Int): Int }', 'type T { a("new" b: Int): Int }'], ['input I { "old" a: Int }', 'input I { "new" a: Int }'], ['enum E { "old" A }', 'enum E { A }'], ['directive @d on FIELD', '"new" directive @d on FIELD'],
    ['directive @d(a: Int) on FIELD', 'directive @d("new" a: Int) on FIELD'], ['"old" schema { query: Query }', 'schema { query: Query }'], ['enum E { A }', 'enum E { "a \\"b\\"\\nc" A }'],
  ],
  'what graphql-js does not compare': [
    ['schema { query: Query }', 'schema { query: Q } type Q { a: Int }'], ['type M { a: Int }', 'schema { query: Query mutation: M } type M { a: Int }'], ['type Subscription { a: Int }', 'schema { query: Query } type Subscription { a: Int }'],
    ['type T { a: Int b: Int }', 'type T { a: Int @deprecated b: Int }'], ['type T { a: Int @deprecated }', 'type T { a: Int }'], ['type T { a: Int @deprecated }', 'type T { a: Int @deprecated(reason: "b") }'], ['enum E { A B }', 'enum E { A @deprecated B }'],
    ['type T { a(b: Int): Int }', 'type T { a(b: Int @deprecated): Int }'], ['input I { a: Int }', 'input I { a: Int @deprecated }'], ['input I { a: Int }', 'input I @oneOf { a: Int }'], ['input I @oneOf { a: Int }', 'input I { a: Int }'], ['scalar S', 'scalar S @specifiedBy(url: "a")'],
    ['scalar S @specifiedBy(url: "a")', 'scalar S @specifiedBy(url: "b")'], ['scalar S @specifiedBy(url: "a")', 'scalar S'], ['directive @d on OBJECT type T { a: Int }', 'directive @d on OBJECT type T @d { a: Int }'],
  ],
};

const whole = (sdl) => (/type Query\b/.test(sdl) ? sdl : `type Query { a: Int } ${sdl}`);

/** Every pair the way there and the way back. */
export const pairs = Object.fromEntries(Object.entries(topics).map(([topic, list]) =>
  [topic, list.flatMap(([old, changed]) => [[whole(old), whole(changed)], [whole(changed), whole(old)]])]));
