import { GraphQLNonNull, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { stringLiteral, texts } from './texts.mjs';

const maxNesting = 3;

const ints = ['0', '1', '7', '-1', '-0', '42', '2147483647', '-2147483648'];
const floats = ['0', '1', '-1.5', '0.1', '1e3', '1E-7', '123.456e+2', '1e308', '9007199254740993', '3.0'];
const ids = ['"a"', '"b"', '1', '0', '-7', '12345678901234567890', '"\\u0041"', '""'];
const anything = ['1', '-2.5', 'true', '"text"', 'RED', '[1, "a", [null]]', '{ a: 1, b: { c: [] } }', '{}', '[]', '12345678901', '1e3'];

/** Literals that often do not fit where they are put. */
const misfits = [
  'null', '0', '2147483648', '-2147483649', '1.5', '1e400', '"text"', '"""block"""', 'true', 'NOPE', 'RED', '[]', '[1]', '[null]', '[[1]]', '{}', '{ a: 1 }', '{ a: 1, b: null }', '"RED"',
  '99999999999999999999', '{ name: "x" }',
];

const jsonMisfits = [
  null, 0, 1.5, 2147483648, -2147483649, 1e21, '', 'text', 'RED', '1', true, false, [], [1], [null], [[1]], {}, { a: 1 }, { a: null, b: 2 }, { name: 'x' }, 3.0, 9007199254740993,
];

/**
 * A literal of an input type. `variable` may give a variable to stand in the place of a part of it; `wrong` is the probability of a part that
 * does not fit.
 */
export function literal(random, type, { wrong = 0, variable = () => undefined, nesting = 0, hasDefault = false } = {}) {
  const options = { wrong, variable, nesting: nesting + 1 };
  const named = variable(type, hasDefault);
  if (named) return named;
  if (random.chance(wrong)) return random.pick(misfits);
  if (isNonNullType(type)) return literal(random, type.ofType, { wrong, variable: noNull(variable), nesting, mustBe: true }).replace(/^null$/, '[]');
  if (random.chance(0.04)) return 'null';
  if (isListType(type)) return listLiteral(random, type, options);
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) return objectLiteral(random, type, options);
  switch (type.name) {
    case 'Int': return random.pick(ints);
    case 'Float': return random.pick(floats);
    case 'Boolean': return random.pick(['true', 'false']);
    case 'ID': return random.pick(ids);
    case 'String': return stringLiteral(random, random.pick(texts));
    default: return random.pick(anything);
  }
}

/** Inside of a non-null type the type itself was offered already. */
function noNull(variable) {
  let first = true;
  return (type, hasDefault) => {
    if (!first) return variable(type, hasDefault);
    first = false;
    return undefined;
  };
}

function listLiteral(random, type, options) {
  if (random.chance(0.15) && !isListType(type.ofType)) return literal(random, type.ofType, { ...options, variable: () => undefined });
  const count = options.nesting > maxNesting ? 0 : random.below(4);
  return `[${random.times(count, () => literal(random, type.ofType, options)).join(random.pick([', ', ' ']))}]`;
}

function objectLiteral(random, type, options) {
  const entries = chosenFields(random, type, options)
    .map((field) => `${field.name}: ${literal(random, field.type, {
      ...options,
      ...(type.isOneOf && { variable: (position) => options.variable(random.chance(0.8) ? required(position) : position) }),
      hasDefault: field.default !== undefined || field.defaultValue !== undefined,
    })}`)
    .filter((entry) => !type.isOneOf || !entry.endsWith(': null'));
  if (random.chance(options.wrong)) entries.push(`${random.pick(['nope', 'nam', 'a'])}: ${random.pick(misfits)}`);
  return `{${random.shuffled(entries).join(', ')}}`;
}

const required = (type) => (isNonNullType(type) ? type : new GraphQLNonNull(type));

/** Which fields are given: those that have to be, and some others; of a OneOf object one. */
function chosenFields(random, type, { wrong, nesting }) {
  const fields = Object.values(type.getFields());
  if (type.isOneOf) return random.chance(wrong) ? random.some(fields, 0.5) : [simplest(random, fields, nesting)];
  return fields.filter((field) => {
    const isRequired = isNonNullType(field.type) && field.default === undefined && field.defaultValue === undefined;
    return isRequired ? !random.chance(wrong) : nesting <= maxNesting && random.chance(0.35);
  });
}

const simplest = (random, fields, nesting) =>
  nesting <= maxNesting ? random.pick(fields) : fields.find(({ type }) => !isInputObjectType(getNamedType(type))) ?? fields[0];

/** A value for a variable, as JSON. */
export function jsonValue(random, type, wrong, nesting = 0) {
  if (random.chance(wrong)) return random.pick(jsonMisfits);
  if (isNonNullType(type)) return jsonValue(random, type.ofType, wrong, nesting) ?? jsonValue(random, type.ofType, wrong, nesting);
  if (random.chance(0.06)) return null;
  if (isListType(type)) {
    if (random.chance(0.15)) return jsonValue(random, type.ofType, wrong, nesting + 1);
    return random.times(nesting > maxNesting ? 0 : random.below(4), () => jsonValue(random, type.ofType, wrong, nesting + 1));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = chosenFields(random, type, { wrong, nesting: nesting + 1 });
    return Object.fromEntries(fields.map((field) => [field.name, jsonValue(random, field.type, wrong, nesting + 1)]));
  }
  switch (type.name) {
    case 'Int': return random.pick([0, 1, -1, 5, 2147483647, -2147483648, 3.0]);
    case 'Float': return random.pick([0, 1, -1.5, 0.1, 1e21, 1e-7, 5e-324, 2147483648]);
    case 'Boolean': return random.chance(0.5);
    case 'ID': return random.pick(['a', 'b', '', 1, 0, -7]);
    case 'String': return random.pick(texts);
    default: return random.pick([1, -2.5, true, 'text', [1, 'a', [null]], { a: 1, b: { c: [] } }, {}, []]);
  }
}
