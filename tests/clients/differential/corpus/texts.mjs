// Texts for the parsers, by what they are about.

const documents = {
  'Unicode escapes': [
    '"\\u0041\\u{41}\\u{000041}"', '"\\u{1F600}"', '"\\uD83D\\uDE00"', '"\\uD83D"', '"\\uDE00"', '"\\uD83D\\u0041"', '"\\uD83D\\u{DE00}"', '"\\u{D83D}\\u{DE00}"', '"\\u{110000}"', '"\\u{10FFFF}"',
    '"\\u{}"', '"\\u{G}"', '"\\u{0}"', '"\\u{00000000000000000000041}"', '"\\u{FFFFFFFF}"', '"\\u{100000041}"', '"\\u12"', '"\\u123"', '"\\u"', '"\\u{41"', '"\\u{41 }"', '"\\U0041"', '"\\x41"',
    '"\\0"', '"\\\'"', '"\\\n"', '"\\', '"\\u004', '"\\u00e9é"', '"\u{10ffff}"', '"\\u{12😀"', '"\ufeff"', '"\u2028\u2029"', '"\u0085"',
  ],
  strings: [
    '""', '" "', '"a', '"a\nb"', '"a\rb"', '"\t"', '"\u0000"', '"\u0001"', '"\u0007"', '"\u001f"', '"\u007f"', '"\\b\\f\\n\\r\\t\\/\\\\\\""', '"" ""', '"""', '""""', '"a""b"', "'a'", '`a`', '"a" # b"',
  ],
  'block strings': [
    '""""""', '"""a"""', '""" a """', '"""\na\n"""', '"""\n  a\n    b\n  c\n"""', '"""\n\ta\n\t\tb\n"""', '"""  a\n  b\n    c"""', '"""\n\n\n"""', '"""\n \n  a\n \n"""', '"""a\\"""b"""', '"""\\"""', '"""\\""""""', '"""a"b""c"""',
    '"""a""""', '""""a"""', '"""\\n"""', '"""\\u0041"""', '"""\\"""', '"""a\\"""', '"""a\r\nb\rc\nd"""', '"""\u0000"""', '"""\u0007"""', '"""\u2028"""', '"""é😀"""', '"""a', '"""a""', '""" \t a"""', '"""\n   a\n\n   b\n"""',
    '"""\n\ta\n  b\n"""', '"""a \n b """', '"""\\\\"""', '"""\\"""\\""""""', '"""a\n"""', '"""\n   """', '"""x\n      y\n    z\n  """', `"""${'long '.repeat(30)}"""`,
  ],
  numbers: [
    '0', '-0', '00', '01', '-01', '1', '-1', '--1', '+1', '1_000', '0x1', '1.', '1.0', '01.0', '.1', '1.e1', '1e', '1e+', '1e1', '1E1', '1e-1', '1e01', '1e1.0', '1.5.2', '1a', '1.0a', '1e1a', '1_', '1$', '1"', '1{', '- 1',
    '-', '1.0e400', '99999999999999999999999999999999999999', '0.00000000000000000000000000000000001', '1é', '1.a', '1..2', '0e0', '-0.0',
  ],
  values: [
    'null', 'true', 'false', 'nullable', 'Null', 'TRUE', 'on', 'a.b', '$a', '$', '$1', '[', '[]', '[1', '[1,]', '[,1]', '[1 2]', '{}', '{a}', '{a:}', '{a:1', '{a:1,}', '{a: 1 a: 2}', '{1: a}', '{"a": 1}', '{$a: 1}', '[$a, {b: $c}]',
    '', ' ', '# remark', '1 2', '1 # remark', '(1)', '@a', '&', '{ a: { b: { c: [[[]]] } } }', `[${'"0123456789", '.repeat(7)}]`, `{ ${'abcdefgh: 12345678, '.repeat(5)} }`,
  ],
};

const names = [
  '{ a }', '{ _ }', '{ __ }', '{ a1 }', '{ 1a }', '{ a-b }', '{ a.b }', '{ é }', '{ a\u0301 }', '{ query }', '{ on }', '{ fragment }', '{ true }', '{ null }', '{ type }', `{ ${'x'.repeat(300)} }`, '{ a\u200bb }', '{ a\u00a0b }', '{ ａ }',
  'query on { a }', 'query query { query }', 'query null { a }', 'query true($true: true = true) { true(true: $true) }', 'fragment fragment on on { on }', 'fragment on on on { on }', '{ ...on }', '{ ...on on { on } }', '{ ... on on on { a } }',
  'mutation subscription { mutation }', 'enum E { true }', 'enum E { null A }', 'enum E { A true }', 'extend enum E { false }', 'type type { type(type: type): type }', 'interface implements implements implements { implements: implements }',
  'directive @on on FIELD', 'directive @a repeatable repeatable on FIELD', 'directive @repeatable(repeatable: Int) repeatable on FIELD', 'directive @a on on', 'directive @a on FIELD FIELD', 'directive @a on field', 'union union = union | union',
];

const ignored = [
  '\ufeff{ a }', '{ \ufeffa }', '{,a,,b,}', ',,,{ a }', '{ a # remark\n b }', '{ a # remark\r b }', '{ a # remark\r\n\r\n\n\r b }', '{ a # \u0000\n }', '{ a # 😀 \u0007\n }', '{ a\u000bb }', '{ a\u000cb }', '{ a\tb }', '# only', '', '\ufeff',
  '{\n\n\n  a(\n b: %) }', '{\r\n a(\r\n b: %) }', '{\r a(\r b: %) }', '{ a(b: "😀é", c: %) }', '{ a } \u0000', '{ a } \u2028', '{ a } ?', '{ a } \ud83d\ude00',
];

const descriptions = [
  '"d" query { a }', '"""d""" query Q { a }', '"d" mutation { a }', '"d" subscription { a }', '"d" { a }', '"d" fragment F on T { a }', '"d" extend type T { a: Int }', '"d" extend schema @a', '"d" schema { query: Q }', '"d" type T', '"d" "e" type T',
  '"d"', '"d" query', 'query ("d" $a: Int) { a }', 'query ("""d""" $a: Int = 1 @x, "e" $b: T) { a }', 'query ("d") { a }', '{ "d" a }', '{ a("d" b: 1) }', 'type T { "d" a: Int """e""" b: Int }', 'type T { a("d" b: Int "e" c: Int): Int }', 'type "d" T',
  'enum E { "d" A """e""" B }', 'input I { "d" a: Int }', 'directive "d" @a on FIELD', '"d" directive @a("d" b: Int) on FIELD', 'union U = "d" A', '"d" scalar S', '"" type T', '"""""" type T', '"d" 1', '"d" on', '"d" é',
];

const typeSystem = [
  'schema { }', 'schema', 'schema { query }', 'schema { query: }', 'schema { query: [Q] }', 'schema { queri: Q }', 'schema @a { query: Q query: R }', 'extend schema', 'extend schema @a', 'extend schema { mutation: M }', 'extend schema { }', 'extend',
  'extend query { a }', 'extend fragment F on T { a }', 'extend directive @a on FIELD', 'scalar', 'scalar S = 1', 'scalar S @a(b: $c)', 'extend scalar S', 'extend scalar S @a', 'type T', 'type T {}', 'type T { }', 'type T { a }', 'type T { a: }', 'type T { a: Int = 1 }',
  'type T { a(): Int }', 'type T { a(b): Int }', 'type T { a(b: Int = $c): Int }', 'type T implements', 'type T implements A', 'type T implements & A & B { a: Int }', 'type T implements A B', 'type T implements A, B', 'type T implements A & & B', 'type T implements A &',
  'type T @a implements B { c: Int }', 'extend type T', 'extend type T implements A', 'extend type T @a', 'extend type T { }', 'interface I', 'interface I implements J & K @a { b: Int }', 'extend interface I', 'extend interface I implements J', 'union U', 'union U =',
  'union U = A', 'union U = | A | B', 'union U = A |', 'union U = || A', 'union U = A | | B', 'union U = [A]', 'union U @a', 'extend union U', 'extend union U = A', 'extend union U @a', 'enum E', 'enum E { }', 'enum E { 1 }', 'enum E { A = 1 }', 'enum E { A, A }', 'extend enum E',
  'extend enum E @a', 'extend enum E { A }', 'input I', 'input I { }', 'input I { a: Int! = 1 @b }', 'input I { a(b: Int): Int }', 'extend input I', 'extend input I @a', 'extend input I { a: Int }', 'directive @a', 'directive @a on', 'directive a on FIELD', 'directive @a on FIELD |',
  'directive @a on | FIELD', 'directive @a() on FIELD', 'directive @a(b: Int = 1 @c) repeatable on FIELD | VARIABLE_DEFINITION', 'directive @a REPEATABLE on FIELD', 'type T { a: Int } { a } type U', 'type T { a: [Int!]! b: [[[Int]]] c: Int!! }', 'type T{a:[Int}', 'input I { a: [Int!]=[1,2]b:Int=1}',
];

const executable = [
  'query Q($a: Int $b: [T!]! = [{}] @c(d: 1)) @e { a }', 'query ($a: Int = $b) { a }', 'query ($a: Int @b(c: $d)) { a }', 'query ($: Int) { a }', 'query ($a Int) { a }', 'query () { a }', 'query Q() { a }', '{ a: b: c }', '{ a() }', '{ a(b: 1, b: 2) }',
  '{ a { } }', '{ }', '{ ... }', '{ ... { } }', '{ ... @a }', '{ ... @a { b } }', '{ ... on }', '{ ...on T }', '{ ...F @a(b: 1) @c }', '{ ...F(a: 1) }', 'fragment F($a: Int) on T { a }', 'fragment F on [T] { a }', 'fragment F on T! { a }', 'fragment F on T @a { b }', 'fragment F { a }',
  '{ a @b @b(c: "d") { e } }', '{ a b c: d @skip(if: true) ...F ... on T { g } ... @include(if: false) { h } }', 'query Q @a(b: [1, {c: D}]) { a }', '{ a }{ b }', 'query { a } mutation M { b } subscription S { c }', '{ a } } ', '{ a(b: {c: 1}) }', '{ a(b: """\n  block\n    string\n""") { c } }',
  `{ a(${'argument: "long enough", '.repeat(5)}) { b } }`, '{ a(b: "\\" \\\\ \\n") }', 'subscription', 'mutation M', '{ a! }', '{ a? }', '{ a & b }', '{ $a }', '{ @a }', '{ "a" }', '{ 1 }', '{ [a] }',
];

const types = ['Int', '[Int]', 'Int!', '[Int!]!', '[[[Int!]]!]', 'Int!!', '[Int', 'Int]', '[]', '', '!', '[Int,]', 'Int, ', '[Int Int]', '1', '"Int"', '$Int', '# a\nInt'];

const coordinates = [
  'T', 'T.f', 'T.f(a:)', '@d', '@d(a:)', '__Type.name', 'T.', '.f', 'T.f.', 'T.f()', 'T.f(a)', 'T.f(a:', 'T.f(:)', 'T.f(a: )', 'T .f', ' T', 'T ', '@', '@ d', '@d.f', '@d()', '@d(a)', 'T(a:)', 'T.f(a:).b', 'T.f(a:b:)', '', '1', 'T.1', 'é', '"T"', 'T#', 'T,', '\ufeffT', 'T\n',
  'query', 'T.on(null:)', '@on(true:)',
];

/** Every text with the parser that it is for. */
export const texts = {
  ...Object.fromEntries(Object.entries(documents).map(([topic, list]) => [topic, list.map((text) => ({ goal: 'value', text }))])),
  ...Object.fromEntries(Object.entries({ names, ignored, descriptions, 'type system': typeSystem, executable }).map(([topic, list]) =>
    [topic, list.map((text) => ({ goal: 'document', text }))])),
  types: types.map((text) => ({ goal: 'type', text })),
  coordinates: coordinates.map((text) => ({ goal: 'coordinate', text })),
};
