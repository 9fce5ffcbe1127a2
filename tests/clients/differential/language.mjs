import { spoilt } from './spoiling.mjs';
import { stringLiteral, texts } from './texts.mjs';

const pieces = [
  '{', '}', '(', ')', '[', ']', ':', '=', '!', '|', '&', '@', '$', '...', '..', '.', ',', ' ', '\n', '\r\n', '\r', '\t', '\ufeff', '# remark', '#\n', 'query',
  'mutation', 'subscription', 'fragment', 'on', 'type', 'interface', 'union', 'enum', 'input', 'scalar', 'directive', 'extend', 'schema', 'implements',
  'repeatable', 'null', 'true', 'false', 'name', '_', '__typename', 'é', '漢', '😀', '\u0000', '\u0007', '\u007f', '\u2028', '"', '""', '"""', '""""""', '\\',
  '0', '00', '-0', '1', '-', '+1', '1.', '.5', '1.5', '1e', '1e5', '1E-5', '1.5e+3', '0x1', '1a', '0.0', '-1.', '123456789012345678901234567890', '?', '%', ';', "'", '`', '~',
  '$v', '@d', '@d(a: 1)', '...on T', '{ a }', '(a: 1)', '[1, 2]', '{ a: 1 }', 'ENUM_VALUE',
];

const escapes = [
  '\\n', '\\t', '\\"', '\\\\', '\\/', '\\b', '\\f', '\\r', '\\u0041', '\\u{41}', '\\u{1F600}', '\\u{10FFFF}', '\\uD83D\\uDE00', '\\uD83D', '\\uDE00', '\\u{D83D}', '\\u{110000}',
  '\\u{}', '\\u{0000000041}', '\\u{00000000000041}', '\\u12', '\\u{12', '\\x', '\\u004G', '\\U0041', '\\', '\\uD83D\\u0041', '\\uD83Dx', '\\u{FFFFFFFFF}', '\\u00e9', '\\u0000',
];

const executable = [
  'query Q($a: [Int!]! = [1, 2] @d, $b: T = { a: { b: "x" } }) @d(x: $a) { a: b(c: $a, d: [$b, { e: $b }]) @skip(if: true) { ...F ... on T @d { x } ... { y } } }',
  '"about" query Q("a variable" $a: Int) { a } "a fragment" fragment F on T @d { b }',
  '{ a(long: "0123456789012345678901234567890123456789", longer: "01234567890123456789012345678901234567890123456789") { b } }',
  '{ a(list: [1, 2.5, "three", true, null, FIVE, { six: 7 }], block: """\n  a\n    b\n  """) }',
  'mutation M { a } subscription S { b } query Q { c } fragment F on T { d }',
];

const typeSystem = [
  '"""the schema""" schema @d { query: Q mutation: M subscription: S } extend schema @e extend schema { query: R }',
  '"a type" type T implements A & B @d { "a field" f("an argument" a: Int = 1 @d, b: [String!]! = ["x"]): T! @deprecated(reason: "old") g: [T] }',
  'interface I implements J { a: Int } extend interface I @d extend interface I implements K extend interface I { b: Int }',
  'union U @d = | A | B union V extend union U = C extend union U @e',
  'enum E @d { "one" A @d B } enum F extend enum E { C } extend enum E @d',
  'input I @oneOf { "a field" a: Int = 1 @d b: [I!] } input J extend input I { c: Int } extend input I @d',
  'scalar S @specifiedBy(url: "x") extend scalar S @d',
  '"a directive" directive @d("an argument" a: Int = 1, b: [T]) repeatable on | FIELD | QUERY directive @e on OBJECT',
  'extend type T @d extend type T implements A extend type T { x: Int }',
  'type T { f(a: Int = 1, """ described """ b: Int): Int "" g: Int """\n  block\n  """ h: Int }',
];

const types = ['Int', '[Int]', '[Int!]!', '[[T]!]', 'T!!', '[T', 'T]', '[]', '!', '[T!]! x', '"T"', ' [ T ! ] ', '$T', '[T,]'];
const coordinates = [
  'Type', 'Type.field', 'Type.field(argument:)', '@directive', '@directive(argument:)', 'Type.', '.field', 'Type.field()', 'Type.field(a)', 'Type.field(a:', 'Type.field(a: )',
  ' Type', 'Type ', 'Type .field', '@', '@a.b', '@a()', '@a(b)', 'Type(a:)', 'Type.a.b', '', '1', '__Type.name', 'T.f(a:)x', 'Type.field(argument:).x', '@d(a:)b', 'T-f', 'T#x', 'T\n', 'é',
  '"T"', 'T.1', '@ d', 'T,', '\ufeffT', 'T.f(a:b:)',
];

/** A text for one of the parsers: a literal, a type, a coordinate, or a document; as it should be, spoilt, or made of mere pieces. */
export function randomText(random) {
  const choice = random.next();
  if (choice < 0.35) return { goal: 'value', text: valueText(random, 0) };
  if (choice < 0.4) return { goal: 'type', text: varied(random, random.pick(types)) };
  if (choice < 0.5) return { goal: 'coordinate', text: random.chance(0.5) ? random.pick(coordinates) : varied(random, random.pick(coordinates)) };
  if (choice < 0.65) return { goal: 'document', text: soup(random) };
  const text = random.times(1 + random.below(2), () => random.pick([...executable, ...typeSystem])).join('\n');
  return { goal: 'document', text: random.chance(0.6) ? spoilt(random, text) : varied(random, text) };
}

function valueText(random, depth) {
  switch (random.below(depth > 3 ? 5 : 8)) {
    case 0: return stringLiteral(random, random.pick(texts));
    case 1: return `"${random.times(random.below(5), () => random.pick([...escapes, 'a', ' ', 'é', '😀'])).join('')}"`;
    case 2: return `"""${random.times(random.below(8), () => random.pick(['\n', '\r\n', '  ', '\t', 'a', 'b c', '"', '\\"""', '\\', '\\n', '\r', 'é', '\\u0041'])).join('')}"""`;
    case 3: return random.pick(pieces.filter((piece) => /^[-+.\d]/.test(piece)));
    case 4: return random.pick(['null', 'true', 'false', 'ENUM', '$v', '_', 'nullable', 'é', '']);
    case 5: return `[${random.times(random.below(4), () => valueText(random, depth + 1)).join(random.pick([', ', ' ', ',,', '\n']))}]`;
    case 6: return `{${random.times(random.below(4), () => `${random.pick(['a', 'b', 'on', 'null', 'true'])}: ${valueText(random, depth + 1)}`).join(random.pick([', ', ' ']))}}`;
    default: return soup(random);
  }
}

const soup = (random) => random.times(random.below(9), () => random.pick(pieces)).join(random.pick(['', ' ']));

/** A text with one character more, less, or another. */
function varied(random, text) {
  if (random.chance(0.5)) return text;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick([...pieces, '']) + text.slice(at + random.below(3));
}
