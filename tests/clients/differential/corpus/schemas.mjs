// Type system definitions, by what they are about. `Query` is added where a text has none.

const topics = {
  'root types': [
    'schema { query: Q } type Q { a: Int }', 'schema { query: Q mutation: Q } type Q { a: Int }', 'schema { query: Q mutation: M subscription: M } type Q { a: Int } type M { a: Int }', 'schema { query: E } enum E { A }', 'schema { query: Int } type Query { a: Int }',
    'schema { query: Nope } type Query { a: Int }', 'type Mutation { a: Int }', 'schema { mutation: M } type M { a: Int }', 'schema { query: Query } schema { query: Query } type Query { a: Int }', '"" schema { query: Query } type Query { a: Int }',
    'schema { query: Query query: Query } type Query { a: Int }', 'schema { query: Query } extend schema { query: Query } type Query { a: Int }', 'extend schema { mutation: M } type Query { a: Int } type M { a: Int }', 'schema { query: Query } extend schema { mutation: M } type Query { a: Int } type M { a: Int }',
    'scalar Query', 'type Query { a: Int } scalar Subscription', 'type Query',
  ],
  names: [
    'type __T { a: Int }', 'type T { __a: Int }', 'type T { a(__b: Int): Int }', 'enum E { __A }', 'input I { __a: Int }', 'directive @__d on FIELD', 'directive @d(__a: Int) on FIELD', 'scalar __S', 'union __U = Query', 'interface __I { a: Int }',
    'type T { a: Int } type T { b: Int }', 'type T { a: Int a: Int }', 'type T { a(b: Int b: Int): Int }', 'enum E { A A }', 'input I { a: Int a: Int }', 'directive @d on FIELD directive @d on QUERY', 'directive @d(a: Int, a: Int) on FIELD', 'type T { a: Int } extend type T { a: Int }',
    'enum E { A } extend enum E { A }', 'union U = Query | Query', 'union U = Query extend union U = Query', 'scalar Int', 'scalar ID', 'type String { a: Int }', 'type __Type { a: Int }', 'scalar skip', 'directive @skip on FIELD', 'directive @skip(if: Boolean!) on FIELD | OBJECT',
    'directive @deprecated on OBJECT', 'directive @oneOf on INPUT_OBJECT', 'directive @specifiedBy(url: String!) on SCALAR',
  ],
  kinds: [
    'type T { a: Nope }', 'type T { a: Quer }', 'type T { a(b: Query): Int }', 'type T { a: I } input I { a: Int }', 'input I { a: Query }', 'input I { a: E b: S c: [I] } enum E { A } scalar S', 'union U = E enum E { A }', 'union U = I interface I { a: Int }', 'union U = Int', 'union U',
    'type T implements Query { a: Int }', 'type T implements U { a: Int } union U = Query', 'type T implements Int { a: Int }', 'type T', 'interface I', 'enum E', 'input I', 'input I @oneOf', 'directive @d(a: Query) on FIELD', 'directive @d(a: Nope) on FIELD', 'extend type T { a: Int }',
    'extend type Query { b: Int }', 'extend interface Query { a: Int }', 'extend union U = Query', 'extend scalar Int @d directive @d on SCALAR', 'extend input Query { a: Int }', 'extend enum Quer { A }', 'extend type Int { a: Int }', 'extend scalar DateTime @specifiedBy(url: "x")',
  ],
  interfaces: [
    'interface I { a: Int } type T implements I { a: Int }', 'interface I { a: Int } type T implements I { b: Int }', 'interface I { a: Int } type T implements I { a: Int! }', 'interface I { a: Int! } type T implements I { a: Int }', 'interface I { a: I } type T implements I { a: T }',
    'interface I { a: [I] } type T implements I { a: [T!]! }', 'interface I { a: [I!] } type T implements I { a: [T] }', 'interface I { a: T } type T implements I { a: I }', 'interface I { a: U } union U = T type T implements I { a: T }', 'interface I { a: Int } type T implements I & I { a: Int }',
    'interface I implements I { a: Int }', 'interface I implements J { a: Int } interface J implements I { a: Int }', 'interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int }', 'interface I { a: Int } interface J implements I { a: Int } type T implements J & I { a: Int }',
    'interface I { a: Int } interface J implements I { b: Int }', 'interface I { a(b: Int): Int } type T implements I { a: Int }', 'interface I { a(b: Int): Int } type T implements I { a(b: Int!): Int }', 'interface I { a(b: Int): Int } type T implements I { a(b: Int, c: Int): Int }',
    'interface I { a(b: Int): Int } type T implements I { a(b: Int, c: Int!): Int }', 'interface I { a(b: Int): Int } type T implements I { a(b: Int, c: Int! = 1): Int }', 'interface I { a(b: Int = 1): Int } type T implements I { a(b: Int = 2): Int }', 'interface I { a: Int @deprecated } type T implements I { a: Int }',
    'interface I { a: Int } type T implements I { a: Int @deprecated }', 'interface I { a(b: [Int!]): Int } type T implements I { a(b: [Int]): Int }', 'interface I { a: Int } type T { a: Int } extend type T implements I', 'interface I { a: J } interface J { b: Int } interface K implements J { b: Int } type T implements I { a: K }',
    'interface A { x: Int } interface B implements A { x: Int } interface C implements B { x: Int } type T implements C & B { x: Int }',
  ],
  'input objects': [
    'input I { a: I }', 'input I { a: I! }', 'input I { a: [I!]! }', 'input I { a: J! } input J { b: I! }', 'input I { a: J! } input J { b: I }', 'input I { a: J! b: I! } input J { b: K! } input K { c: I! }', 'input I @oneOf { a: Int b: String }', 'input I @oneOf { a: Int! }', 'input I @oneOf { a: Int = 1 }', 'input I @oneOf { a: I }',
    'input I @oneOf { a: I b: Int }', 'input I @oneOf { a: J } input J @oneOf { b: I }', 'input I @oneOf { a: J } input J { b: I! }', 'input I { a: J! } input J @oneOf { b: I }', 'input I @oneOf { a: [I!] }', 'input I { a: Int! @deprecated }', 'input I { a: Int! = 1 @deprecated }', 'input I { a: Int @deprecated(reason: "b") }', 'input I { a: I! = {} }',
    'input I { a: I = {} }', 'input I { a: I = { a: null } }', 'input I { a: J = {} } input J { b: I = {} }', 'input I { a: [I] = [{}] }', 'input I { a: J = { b: {} } } input J { b: I }', 'input I { a: I = { a: { a: {} } } }',
  ],
  defaults: [
    ...['null', '1', '1.0', '"1"', 'true', 'A', '[1]', '{}', '2147483648'].flatMap((value) => ['Int', 'Int!', 'Float', 'String', 'Boolean', 'ID', 'E', 'S', '[Int]', '[Int!]', '[[Int]]'].map((type) => `enum E { A } scalar S type T { a(b: ${type} = ${value}): Int }`)),
    ...['{}', '{ x: 1 }', '{ x: null }', '{ x: 1, y: "a" }', '{ x: 1, z: 2 }', '{ x: 1, x: 2 }', '[{ x: 1 }]', '{ o: { a: 1 } x: 1 }', '{ x: 1, o: { a: 1, b: 2 } }', '{ x: 1, o: {} }', '{ x: 1, o: { a: null } }'].map((value) =>
      `input P { x: Int! y: String o: O } input O @oneOf { a: Int b: Int } type T { a(b: P = ${value}): Int }`),
    'directive @d(a: Int = "x") on FIELD', 'type T { a(b: Int = 1 @deprecated): Int }', 'type T { a(b: Int! @deprecated): Int }', 'type T { a(b: Int! = 1 @deprecated): Int }', 'type T { a(b: String = """\n  block\n    text\n"""): Int }', 'type T { a(b: String = "\\u{1F600}\\n\\"\\\\"): Int }',
    'scalar S type T { a(b: S = { a: [1, 2.50, "c", D, null, true] }): Int }', 'type T { a(b: Float = 1e3, c: Float = 1.50, d: Float = -0, e: ID = 007, f: ID = 7): Int }', 'type T { a(b: [Int] = 1, c: [[Int]] = [1], d: [ID!]! = "x"): Int }',
  ],
  directives: [
    'directive @d on FIELD type T @d { a: Int }', 'directive @d on OBJECT type T @d @d { a: Int }', 'directive @d repeatable on OBJECT type T @d @d { a: Int }', 'directive @d on OBJECT type T @d { a: Int } extend type T @d', 'type T @nope { a: Int }', 'directive @d(a: Int!) on OBJECT type T @d { a: Int }', 'directive @d(a: Int!) on OBJECT type T @d(a: 1) { a: Int }',
    'directive @d(a: Int!) on OBJECT type T @d(a: 1, a: 2) { a: Int }', 'directive @d(a: Int!) on OBJECT type T @d(b: 1) { a: Int }', 'directive @d(a: Int! = 1) on OBJECT type T @d { a: Int }', 'directive @d(a: Int) on OBJECT type T @d(a: "x") { a: Int }',
    'directive @d on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION schema @d { query: Query } scalar S @d type T @d { a(b: Int @d): Int @d } interface I @d { a: Int @d } union U @d = T enum E @d { A @d } input J @d { a: Int @d }',
    'type T { a: Int @deprecated(reason: 1) }', 'type T { a: Int @deprecated(reason: null) }', 'type T { a: Int @deprecated(reason: "") }', 'type T { a: Int @deprecated(reason: "No longer supported") }', 'type T { a: Int @deprecated(why: "x") }', 'type T @deprecated { a: Int }', 'enum E { A @deprecated B @deprecated(reason: "b") }', 'scalar S @specifiedBy',
    'scalar S @specifiedBy(url: 1)', 'scalar S @specifiedBy(url: "")', 'scalar S @specifiedBy(url: "a") @specifiedBy(url: "b")', 'scalar S extend scalar S @specifiedBy(url: "c")', 'type T @specifiedBy(url: "x") { a: Int }', 'type T @oneOf { a: Int }', 'input I @oneOf @oneOf { a: Int }', 'directive @d(a: Int @d) on ARGUMENT_DEFINITION',
    'directive @d(a: Int @deprecated, b: Int! = 1 @deprecated(reason: "c")) repeatable on FIELD', 'directive @d(a: Int! @deprecated) on FIELD', 'directive @d on FIELD | FIELD', 'directive @d on NOPE', 'directive @d on OBJECT query { a @d } fragment F on Query { a }', 'input I { a: Int @skip(if: true) }',
  ],
  printing: [
    '"one line" type T { "a field" a: Int "b field" b("an argument" c: Int, d: Int): Int c: Int "d field" d: Int }', '"""\n  indented\n\n    more\n"""\ntype T { a: Int }', '"ends with \\"" type T { a: Int }', '"back\\\\" type T { a: Int }', '"tab\\tinside" type T { a: Int }', '"\\u0007" type T { a: Int }', '"   " type T { a: Int }', '"" type T { a: Int }',
    '"three \\"\\"\\" quotes" type T { a: Int }', `"${'long '.repeat(30)}" type T { a: Int }`, '"crlf\\r\\nbreak" type T { a: Int }', '"line\\u2028separator" type T { a: Int }', '" leading" type T { a: Int }', '"trailing " type T { a: Int }', '"\\nbreak first" type T { a: Int }', '"é 😀" enum E { "v" A "w" B C }',
    '"s" schema { query: Query }', 'type T { a(b: String = "\\u0007\\u007f\\u2028é😀\\"\\\\\\/"): Int }', 'scalar S @specifiedBy(url: "a\\"b")', 'union U = A | B type A { a: Int } type B { a: Int }', 'type B { a: A } type A { b: B } scalar Z scalar Y', 'input I { a: Int = 1 "d" b: [String!]! = ["x", "y"] }', 'interface A { a: Int } interface B implements A { a: Int } type T implements A & B { a: Int }',
  ],
};

/** Every text, as a whole schema. */
export const schemas = Object.fromEntries(Object.entries(topics).map(([topic, texts]) =>
  [topic, texts.map((text) => (topic === 'root types' || /\b(type|scalar) Query\b/.test(text) ? text : `${text} type Query { q: Int }`))]));
