import { documentsJudged } from '../kinds.mjs';
import { judgeSdl } from '../reference.mjs';
import { documentOf } from './given.mjs';

const sdl = /* GraphQL */ `
  interface Named { name: String }
  interface Aged implements Named { name: String age: Int! }
  type Cat implements Named & Aged { name: String age: Int! lives: Int friend: Pet }
  type Dog implements Named { name: String! barks: Boolean friend: Pet }
  type Rock { weight: Float! }
  union Pet = Cat | Dog
  type Query {
    leaf: Int leafN: Int!
    list: [Int] listN: [Int]! listOfN: [Int!] listNOfN: [Int!]!
    nested: [[Int!]] nestedN: [[Int!]!]!
    cat: Cat catN: Cat! cats: [Cat] catsOfN: [Cat!] catsNOfN: [Cat!]!
    named: Named namedN: Named! aged: Aged pet: Pet pets: [Pet] petsOfN: [Pet!] rock: Rock self: Query selfN: Query!
    slow(of: Int): Int
  }
  type Mutation { first: Int second: Int third: Int! cat: Cat }
  type Subscription { counted: Int countedN: Int! cats: [Cat!] pet: Pet }
`;

const leafValues = [1, null, 'x', { $throw: 'failed' }, {}, []];
const listValues = [[], [1], [1, null], [null], ['x', 2], null, { $throw: 'failed' }, 'x', {}, 5, [[1]]];
const nestedValues = [[[1], []], [[1, null], [2]], [null], [[null], ['x']], null, [5], [[1], 'x']];
const cat = (entries) => ({ __typename: 'Cat', name: 'Tom', age: 3, lives: 9, ...entries });
const catValues = [cat(), cat({ age: null }), cat({ age: { $throw: 'failed' } }), cat({ name: 1 }), cat({ name: [] }), null, { $throw: 'failed' }, 5, []];
const catLists = [[], [cat(), cat({ age: null })], [null, cat()], [cat({ age: null }), cat({ age: null })], null, { $throw: 'failed' }, 'x'];
const dog = (entries) => ({ __typename: 'Dog', name: 'Rex', barks: true, ...entries });
const pets = [cat(), dog(), dog({ name: null }), { __typename: 'Rock', weight: 1 }, { __typename: 'Nope' }, { __typename: 'Named' }, {}, null, 5, 'Cat', { __typename: 5 }];

const requests = (field, values) => values.map((value) => ({ data: { [field]: value } }));
const within = (field, values) => values.map((value) => ({ data: { self: { [field]: value }, selfN: { [field]: value } } }));

/** Each text with the data that it is run on. */
const documents = [
  ...['leaf', 'leafN'].flatMap((field) => [[`{ ${field} }`, requests(field, leafValues)], [`{ self { ${field} } leaf }`, within(field, leafValues)], [`{ selfN { ${field} } leaf }`, within(field, leafValues)]]),
  ...['list', 'listN', 'listOfN', 'listNOfN'].flatMap((field) => [[`{ ${field} }`, requests(field, listValues)], [`{ self { ${field} leaf } }`, within(field, listValues)]]),
  ...['nested', 'nestedN'].map((field) => [`{ ${field} }`, requests(field, nestedValues)]),
  ...['cat', 'catN'].map((field) => [`{ ${field} { name age lives } leaf }`, requests(field, catValues)]),
  ...['cats', 'catsOfN', 'catsNOfN'].map((field) => [`{ ${field} { name age } leaf }`, requests(field, catLists)]),
  ...['named', 'namedN'].map((field) => [`{ ${field} { __typename name ... on Cat { lives } ... on Aged { age } ... on Dog { barks } } }`, requests(field, pets)]),
  ['{ pet { __typename ... on Named { name } ... on Aged { age } ...C ...D } } fragment C on Cat { lives name } fragment D on Dog { barks name }', requests('pet', pets)],
  ['{ pets { ... on Cat { a: lives } ... on Dog { a: friend { __typename } } } }', requests('pets', [pets])],
  ['{ petsOfN { __typename } leaf }', requests('petsOfN', [pets.slice(0, 2), pets.slice(0, 4), [null]])],
  ['{ aged { name ... on Cat { lives } } rock { weight } }', [{ data: { aged: cat(), rock: { weight: 2 } } }, { data: { aged: dog(), rock: { weight: 'x' } } }]],
  ['{ leaf a: leaf leaf ...F ... on Query { leaf b: leaf } } fragment F on Query { c: leaf leaf }', requests('leaf', [1, { $throw: 'failed' }])],
  ['{ self { a: leaf } self { b: leaf self { leaf } } ...F } fragment F on Query { self { a: leaf self { list leaf } } }', [{ data: { self: { leaf: { $throw: 'failed' }, self: { leaf: 2, list: 'x' } } } }]],
  ['query ($a: Boolean!, $b: Boolean = true) { leaf @skip(if: $a) list @include(if: $a) ... @skip(if: $a) { a: leaf } ...F @include(if: $b) b: leaf @skip(if: $a) @include(if: $b) } fragment F on Query { c: leaf }',
    [true, false].flatMap((a) => [{}, { b: true }, { b: false }, { b: null }].map((b) => ({ variables: { a, ...b }, data: { leaf: 1 } })))],
  ['{ leaf @skip(if: true) self @include(if: false) { leaf } }', [{}]],
  ['query A { leaf } query B { list } fragment F on Query { leaf } query C { ...F }', ['A', 'B', 'C', 'D', '', undefined].map((operationName) => ({ operationName, data: { leaf: 1, list: [2] } }))],
  ['query A { leaf }', ['A', 'B', undefined].map((operationName) => ({ operationName, data: { leaf: 1 } }))],
  ['mutation { first second third b: first cat { name } }', [{ data: { first: 1, second: { $throw: 'failed' }, third: 3, cat: cat() } }, { data: { third: null } }, { data: { third: { $throw: 'failed' }, first: 'x' } }]],
  ['subscription { counted }', [{ data: { counted: { $events: [1, null, 'x', 2] } } }, { data: { counted: { $events: [] } } }]],
  ['subscription { n: countedN }', [{ data: { countedN: { $events: [1, null, 'x'] } } }]],
  ['subscription ($a: Boolean!) { cats { name age @skip(if: $a) } }', [true, false, undefined].map((a) => ({ variables: { a }, data: { cats: { $events: [[cat()], [cat({ age: null })], null] } } }))],
  ['subscription { pet { __typename ...F } } fragment F on Named { name }', [{ data: { pet: { $events: pets } } }]],
  ['{ __typename a: __typename ... on Query { __typename } self { __typename } }', [{ data: { self: {} } }]],
  ['{ __type(name: "Cat") { name kind fields { name args { name } } interfaces { name } possibleTypes { name } } a: __type(name: "Nope") { name } b: __type(name: "Pet") { possibleTypes { name } interfaces { name } fields { name } enumValues { name } inputFields { name } ofType { name } } }', [{}]],
  ['query ($n: String!) { __type(name: $n) { name kind isOneOf specifiedByURL fields(includeDeprecated: true) { name isDeprecated } } }', ['Cat', 'Int', '[Int]', '__Type', ''].map((n) => ({ variables: { n } }))],
  ['{ __schema { queryType { name } mutationType { name } subscriptionType { name } directives { name isRepeatable } } }', [{}]],
  ['{ __type(name: "__TypeKind") { enumValues { name } } b: __type(name: "Aged") { interfaces { name } possibleTypes { name } } }', [{}]],
  ['{ __typename(a: 1) { b } }', []],
  ['type Q { a: Nope } query { leaf }', []],
  ['extend type Query { a: Int } { a }', []],
];

export async function execution() {
  const reference = judgeSdl(sdl);
  const { schema } = reference;
  const judged = await Promise.all(documents.map(([text, list]) => documentOf(schema, text, list)));
  return [documentsJudged({ kind: 'sdl', sdl }, reference, judged)];
}
