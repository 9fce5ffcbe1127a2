import {
  getNamedType, getNullableType, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType, isScalarType, isSpecifiedScalarType,
} from 'graphql';
import { texts } from './texts.mjs';

const bareMisfits = [null, 'oops', 1.5, true, '7', '', [], {}, 2147483648, -2147483648, 'RED', 0, [1], { a: 1 }];

/** What no JSON can say, so that a scalar that takes everything can't answer it. */
const numberMisfits = [{ $number: 'NaN' }, { $number: 'Infinity' }];

/** What a list says that fails on the way. */
export const brokenOff = 'broken off';

/**
 * What resolvers answer: made up when it is asked for and kept in a tree, so that the other engine can answer the same. `wrong` is the
 * probability of a value that does not fit, `failing` of a resolver that throws.
 */
export class Recording {
  #root = {};

  constructor(random, schema, { wrong, failing, nulls }) {
    Object.assign(this, { random, schema, wrong, failing, nulls });
    this.objectsLeft = 120;
  }

  /** The tree so far, as the other engine's initial value. */
  get root() {
    return this.#root;
  }

  /** A field's answer: a value for the reference to complete; a failure is thrown. */
  answer(parent, field, given) {
    const entries = parent ?? this.#root;
    if (typeof entries !== 'object' || Array.isArray(entries)) return undefined;
    if (!Object.hasOwn(entries, field.name)) entries[field.name] = this.#made(field);
    return told(entries[field.name], given);
  }

  /** A subscription's source, kept as the entry of its field. */
  async* events(field) {
    const entry = { $events: [] };
    this.#root[field.name] = entry;
    const count = this.random.below(4);
    for (let i = 0; i < count; i++) {
      const event = this.#value(field.type);
      entry.$events.push(event);
      yield { [field.name]: told(event) };
    }
  }

  #made(field) {
    const { random } = this;
    if (random.chance(this.failing)) return { $throw: `${field.name} ${random.pick(['failed', 'is "away"', 'è rotto'])}` };
    const type = getNullableType(field.type);
    const echoes = field.args.length > 0 && type.name === 'String';
    if (echoes) return { $echo: true };
    const value = this.#value(field.type);
    return isListType(type) ? this.#inPieces(value) : value;
  }

  /** A list may come piece by piece, and fail on the way. */
  #inPieces(value) {
    const { random } = this;
    if (!Array.isArray(value) || !random.chance(0.2)) return value;
    return { $pieces: value, ...(random.chance(this.failing) && { $throw: brokenOff }) };
  }

  #value(type) {
    const { random } = this;
    if (random.chance(this.wrong)) return structuredClone(random.pick(this.#isCustom(type) ? bareMisfits : [...bareMisfits, ...numberMisfits]));
    if (isNonNullType(type)) return this.#nonNull(type.ofType);
    if (random.chance(this.nulls)) return null;
    return this.#nonNull(type);
  }

  #isCustom(type) {
    const named = getNamedType(type);
    return isScalarType(named) && !isSpecifiedScalarType(named);
  }

  #nonNull(type) {
    const { random } = this;
    if (isListType(type)) return random.times(random.below(4), () => this.#value(type.ofType));
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isScalarType(type)) return this.#leaf(type.name);
    const possible = isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
    if (possible.length === 0 || this.objectsLeft-- <= 0) return null;
    const name = random.chance(this.wrong / 2) ? random.pick(['Nope', 'Query', 'Int']) : random.pick(possible).name;
    return isAbstractType(type) || random.chance(0.2) ? { __typename: name } : {};
  }

  #leaf(name) {
    const { random } = this;
    switch (name) {
      case 'Int': return random.pick([0, 1, -1, 2147483647, -2147483648, 12]);
      case 'Float': return random.pick([0, 1, -1.5, 0.1, 1e21, 1e-7, 123456789.125, 4294967296]);
      case 'Boolean': return random.chance(0.5);
      case 'ID': return random.pick(['a', '', '7', 7, 0, -1]);
      case 'String': return random.pick(texts);
      default: return structuredClone(random.pick([1, -2.5, true, 'text', [1, 'a', [null]], { a: 1, b: { c: [] } }, {}, []]));
    }
  }
}

/** What a resolver does that answers a value of the tree: values that JSON can't say stand there by their names. */
export function told(value, given) {
  if (value?.$pieces) return pieces(value);
  if (value?.$throw !== undefined) throw new Error(value.$throw);
  return value?.$echo ? `echo:${JSON.stringify(given)}` : unwrapped(value);
}

async function* pieces({ $pieces, $throw }) {
  for (const piece of $pieces) yield unwrapped(piece);
  if ($throw !== undefined) throw new Error($throw);
}

function unwrapped(value) {
  if (Array.isArray(value)) return value.map(unwrapped);
  return value?.$number === undefined ? value : Number(value.$number);
}
