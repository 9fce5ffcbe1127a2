import { documentsJudged } from '../kinds.mjs';
import { judgeSdl } from '../reference.mjs';
import { documentOf } from './given.mjs';

/** Every type at an input position and at an output position. */
const sdl = /* GraphQL */ `
  scalar Any
  enum Colour { RED GREEN null_ }
  input Point { x: Int! y: Int = 2 next: Point tags: [String!] }
  input Key @oneOf { id: ID name: String point: Point }
  type Query {
    int(v: Int): Int
    float(v: Float): Float
    string(v: String): String
    boolean(v: Boolean): Boolean
    id(v: ID): ID
    colour(v: Colour): Colour
    any(v: Any): Any
    ints(v: [Int]): [Int]
    requiredInts(v: [Int!]!): [Int!]!
    nestedInts(v: [[Int!]]): [[Int!]]
    point(v: Point): String
    points(v: [Point!]): [String!]
    key(v: Key): String
    keys(v: [Key!]!): [ID]
    withDefault(v: Int! = 7): Float!
    nullDefault(v: Int = null): Boolean!
    echoInt(v: Int): String
    echoFloat(v: Float): String
    echoString(v: String): String
    echoBoolean(v: Boolean): String
    echoId(v: ID): String
    echoColour(v: Colour): String
    echoAny(v: Any): String
    echoInts(v: [Int]): String
    echoRequiredInts(v: [Int!]!): String
    echoNestedInts(v: [[Int!]]): String
    echoPoint(v: Point): String
    echoPoints(v: [Point!]): String
    echoKey(v: Key): String
    echoKeys(v: [Key!]!): String
    echoWithDefault(v: Int! = 7): String
    echoNullDefault(v: Int = null): String
  }
`;

const literals = [
  'null', '0', '-0', '1', '-1', '2147483647', '2147483648', '-2147483648', '-2147483649', '9007199254740993', '123456789012345678901234567890',
  '1.0', '1.5', '-1.5', '1e3', '1e-3', '1E400', '0.1e1', '""', '"text"', '"1"', '"true"', '"RED"', '"""block"""', '"\\u00e9\\u{1F600}"', 'true', 'false', 'RED', 'GREEN', 'BLUE', 'null_',
  'text', '[]', '[1]', '[null]', '[1, null, 2]', '[[1], [2, 3]]', '[[null]]', '[1, [2]]', '["1"]', '[[]]', '{}', '{ x: 1 }', '{ x: 1, y: null }', '{ x: null }', '{ x: 1, z: 2 }', '{ y: 1 }',
  '{ x: 1, next: { x: 2, tags: ["a"] } }', '{ x: 1, next: { y: 2 } }', '{ x: 1, tags: "one" }', '{ x: 1, tags: [null] }', '{ x: "1" }', '[{ x: 1 }, { x: 2 }]', '{ id: 1 }', '{ id: "a" }', '{ id: null }',
  '{ id: 1, name: "b" }', '{ id: 1, name: null }', '{ name: 1 }', '{ point: { x: 1 } }', '{ point: {} }', '[{ id: 1 }, { name: "b" }]', '[{ id: 1 }, {}]', '{ a: [1, { b: RED }], c: "d" }',
];

const values = [
  null, 0, -0, 1, -1, 1.0, 1.5, -1.5, 2147483647, 2147483648, -2147483648, -2147483649, 9007199254740991, 9007199254740993, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, '', 'text', '1', '1.5', ' 1 ', '1e3',
  '0x10', 'Infinity', 'true', 'RED', 'BLUE', 'é😀', true, false, [], [1], [null], [1, null, 2], [[1], [2, 3]], [[null]], ['1'], [[]], {}, { x: 1 }, { x: 1, y: null }, { x: null }, { x: 1, z: 2 },
  { x: 1, next: { x: 2, tags: ['a'] } }, { x: 1, tags: 'one' }, { x: '1' }, [{ x: 1 }, { x: 2 }], { id: 1 }, { id: 'a' }, { id: null }, { id: 1, name: 'b' }, { id: 1, name: null }, { name: 1 },
  { point: { x: 1 } }, [{ id: 1 }, { name: 'b' }], [{ id: 1 }, {}], { a: [1, { b: 'RED' }], c: 'd' }, [[[1]]],
];

/** Variables inside of other values. */
const combined = [
  'query ($v: String) { echoKey(v: { name: $v }) }', 'query ($v: String!) { echoKey(v: { name: $v }) }', 'query ($v: String) { echoKeys(v: [{ name: $v }]) }', 'query ($v: String!) { echoKeys(v: [{ name: $v }]) }',
  'query ($v: String = "d") { echoKey(v: { name: $v }) }', 'query ($v: String) { echoPoint(v: { x: 1, tags: [$v] }) }', 'query ($v: String) { echoAny(v: { a: [$v, { b: $v }] }) }', 'query ($v: [String!]) { echoPoint(v: { x: 1, tags: $v }) }',
  'query ($v: Int) { echoWithDefault(v: $v) }', 'query ($v: Int = null) { echoWithDefault(v: $v) }', 'query ($v: Int) { echoPoint(v: { x: 1, y: $v }) }', 'query ($v: Int) { echoInts(v: [1, $v]) }', 'query ($v: Int) { echoRequiredInts(v: [1, $v]) }', 'query ($v: Int) { echoInts(v: $v) }',
  'query ($v: [Int]) { echoInts(v: $v) }', 'query ($v: [Int!]) { echoNestedInts(v: [$v, [1]]) }', 'query ($v: ID) { echoString(v: $v) }', 'query ($v: Any) { echoAny(v: $v) }', 'query ($v: Int!) { echoFloat(v: $v) }', 'query ($v: Colour = BLUE) { echoColour(v: $v) }',
  'query ($v: Colour! = RED) { echoColour(v: $v) }', 'query ($v: Point = { x: 1 }) { echoPoint(v: $v) }', 'query ($v: Point = { y: 1 }) { echoPoint(v: $v) }',
  'query ($v: Int = 3) { echoInt(v: [1, $v]) }', 'query ($v: Colour) { echoColour(v: [RED, $v]) }', 'query ($v: Colour) { echoColour(v: { a: $v, b: RED }) }', 'query ($v: Int) { echoString(v: { a: $v, b: [$v, { c: $v }] }) }',
];

const results = [...values, { $number: 'NaN' }, { $number: 'Infinity' }, { $number: '-Infinity' }];

/** Each literal, each variable and each result with each type. */
export async function coercion() {
  const reference = judgeSdl(sdl);
  const { schema } = reference;
  const [inputs, outputs] = split(Object.values(schema.getQueryType().getFields()));
  const documents = [];
  for (const { name, args: [{ type }] } of inputs) {
    const texts = [...literals.map((literal) => `{ ${name}(v: ${literal}) }`), `{ ${name} }`];
    for (const text of texts) documents.push(await documentOf(schema, text, [{ data: { [name]: { $echo: true } } }]));
    for (const declared of [`$v: ${type}`, ...(String(type).endsWith('!') ? [] : [`$v: ${type}!`, `$v: ${type} = null`])]) {
      const runs = [{}, ...values.map((v) => ({ variables: { v } }))].map((one) => ({ ...one, data: { [name]: { $echo: true } } }));
      documents.push(await documentOf(schema, `query (${declared}) { ${name}(v: $v) }`, runs));
    }
  }
  for (const text of combined) documents.push(await documentOf(schema, text, [null, 'x', undefined].map((v) => ({ variables: { v } }))));
  for (const { name } of outputs) {
    const possible = name === 'any' ? values : results;
    documents.push(await documentOf(schema, `{ ${name} }`, possible.map((value) => ({ data: { [name]: value } }))));
  }
  return [documentsJudged({ kind: 'sdl', sdl }, reference, documents)];
}

const split = (fields) => [fields.filter(({ name }) => name.startsWith('echo')), fields.filter(({ name }) => !name.startsWith('echo'))];
