import { getNamedType, getNullableType, isAbstractType, isCompositeType, isListType, isNonNullType, isUnionType } from 'graphql';
import { jsonValue, literal } from './values.mjs';

const maxDepth = 4;
const maxFields = 30;

/** Directives that stand where they mean something, and not just anywhere. */
const ownRules = ['skip', 'include', 'defer', 'stream'];

/**
 * A random document against a schema, with what is needed to run it: mostly valid, but for fields that do not merge, and for parts that do not
 * fit with the probability `wrong`.
 */
export function randomDocument(random, schema, wrong = 0) {
  const kinds = ['query', 'query', 'query', 'mutation', 'subscription'].filter((kind) => schema.getRootType(kind));
  const count = random.chance(0.1) ? 2 : 1;
  const makers = random.times(count, (index) => new OperationMaker(random, schema, random.pick(kinds), {
    name: count > 1 || random.chance(0.4) ? `Q${index}` : undefined, prefix: count > 1 ? `_${index}` : '', wrong,
  }));
  const text = random.shuffled(makers.flatMap((maker) => maker.make())).join(random.pick(['\n', ' ', '\n\n']));
  const chosen = random.pick(makers);
  return { text, kind: chosen.kind, operationName: chosen.name, variables: () => chosen.variableValues() };
}

class OperationMaker {
  constructor(random, schema, kind, { name, prefix, wrong }) {
    Object.assign(this, { random, schema, kind, name, prefix, wrong });
    this.variables = new Map();
    this.fragments = [];
    this.fieldsLeft = maxFields;
    this.aliases = 0;
    this.labels = 0;
  }

  /** The definitions: the operation and its fragments. */
  make() {
    const { random } = this;
    const root = this.schema.getRootType(this.kind);
    const selections = this.kind === 'subscription' ? this.subscriptionSet(root) : this.selectionSet(root, 0);
    const directives = this.customDirectives(this.kind.toUpperCase());
    const definitions = [...this.variables].map(([name, { type, value, directives: applied }]) =>
      `${random.chance(0.1) ? '"a variable" ' : ''}$${name}: ${type}${value === undefined ? '' : ` = ${value}`}${applied}`);
    const head = `${this.kind}${this.name ? ` ${this.name}` : ''}${definitions.length > 0 ? `(${definitions.join(', ')})` : ''}${directives}`;
    const isShort = head === 'query' && random.chance(0.5);
    const description = !isShort && random.chance(0.08) ? '"what it is for" ' : '';
    return [`${description}${isShort ? '' : head} ${selections}`.trim(), ...this.fragments];
  }

  /** Values for the variables, as JSON; now and then one is left out, or does not fit. */
  variableValues() {
    const { random } = this;
    const values = {};
    const wrong = random.chance(0.25) ? 0.15 : 0;
    for (const [name, { type, value }] of this.variables) {
      const isOptional = value !== undefined || !isNonNullType(type);
      if (random.chance(isOptional ? 0.7 : 1 - wrong)) values[name] = jsonValue(random, type, wrong);
    }
    return values;
  }

  selectionSet(type, depth) {
    const { random } = this;
    const selections = random.times(1 + random.below(depth === 0 ? 4 : 3), () => this.selection(type, depth)).filter(Boolean);
    return `{ ${selections.length > 0 ? selections.join(random.pick([' ', '\n', ', '])) : '__typename'} }`;
  }

  subscriptionSet(root) {
    const { random } = this;
    const field = `{ ${this.field(root, random.pick(Object.values(root.getFields())), 0)} }`;
    return random.chance(0.15) ? `{ ${this.fragmentOn(root, field)} }` : field;
  }

  selection(type, depth) {
    const { random } = this;
    const choice = random.next();
    if (choice < 0.08 || (isUnionType(type) && choice < 0.4)) return `${random.chance(0.3) ? 'kindOf: ' : ''}__typename${this.condition('FIELD')}`;
    if (choice < 0.28 || isUnionType(type)) {
      if (depth >= maxDepth) return '__typename';
      const on = this.overlapping(type);
      return this.fragmentOn(on, this.selectionSet(on, depth + 1), on === type);
    }
    return this.field(type, random.pick(Object.values(type.getFields())), depth);
  }

  fragmentOn(type, selections, isSame = false) {
    const { random } = this;
    if (random.chance(0.55)) {
      const condition = isSame && random.chance(0.4) ? '' : ` on ${this.misspelt(type.name)}`;
      return `...${condition}${this.condition('INLINE_FRAGMENT')}${this.deferred()} ${selections}`;
    }
    const name = `F${this.fragments.length}${this.prefix}`;
    const description = random.chance(0.08) ? '"a fragment" ' : '';
    this.fragments.push(`${description}fragment ${name} on ${this.misspelt(type.name)}${this.customDirectives('FRAGMENT_DEFINITION')} ${selections}`);
    const spread = `...${this.misspelt(name)}${this.condition('FRAGMENT_SPREAD')}${this.deferred()}`;
    return random.chance(0.1) ? `${spread} ...${name}` : spread;
  }

  /** A type that has an object type in common with another. */
  overlapping(type) {
    const possible = (candidate) => (isAbstractType(candidate) ? this.schema.getPossibleTypes(candidate) : [candidate]);
    const types = Object.values(this.schema.getTypeMap()).filter((candidate) => isCompositeType(candidate) && !candidate.name.startsWith('__'));
    if (this.random.chance(this.wrong)) return this.random.pick(types);
    const fitting = types.filter((candidate) => possible(candidate).some((object) => possible(type).includes(object)));
    return fitting.length > 0 ? this.random.pick(fitting) : type;
  }

  field(type, field, depth) {
    const named = getNamedType(field.type);
    const isLeaf = !isCompositeType(named);
    if (this.fieldsLeft-- <= 0 || (!isLeaf && depth >= maxDepth)) return '__typename';
    const given = this.arguments(field.args);
    const selections = (isLeaf ? this.random.chance(this.wrong) : !this.random.chance(this.wrong)) ? ` ${isLeaf ? '{ x }' : this.selectionSet(named, depth + 1)}` : '';
    return `${this.alias(type, field, given)}${this.misspelt(field.name)}${given}${this.condition('FIELD')}${this.streamed(field.type)}${selections}`;
  }

  /** Fields that share a response key have to merge: so they mostly do not share one, or are the same. */
  alias(type, field, given) {
    const { random } = this;
    if (random.chance(given === '' ? 0.35 : 0.92)) return `${field.name.slice(0, 3)}${this.aliases++}: `;
    if (random.chance(0.5)) return `${field.name}_${type.name}: `;
    return random.chance(0.03) ? `${random.pick(['a', 'name', 'x'])}: ` : '';
  }

  arguments(definitions) {
    const { random } = this;
    const given = definitions
      .filter((argument) => (isNonNullType(argument.type) && argument.default === undefined ? !random.chance(this.wrong) : random.chance(0.6)))
      .map((argument) => `${this.misspelt(argument.name)}: ${this.value(argument.type, argument.default !== undefined)}`);
    return given.length > 0 ? `(${random.shuffled(given).join(random.pick([', ', ' ']))})` : '';
  }

  value(type, hasDefault) {
    return literal(this.random, type, {
      wrong: this.wrong,
      hasDefault,
      variable: (position, positionHasDefault) => (this.random.chance(0.2) ? this.variable(position, positionHasDefault) : undefined),
    });
  }

  /** §5.8.5: a variable that may stand at a position of the type; what is wrong is put in now and then. */
  variable(type, hasDefault) {
    const { random } = this;
    const text = String(type);
    const known = [...this.variables].find(([, { type: declared }]) => String(declared) === text);
    if (known && random.chance(0.3)) return `$${known[0]}`;

    const name = `v${this.variables.size}${this.prefix}`;
    const nullable = isNonNullType(type) ? type.ofType : type;
    const loosened = isNonNullType(type) && (hasDefault || random.chance(0.3));
    const declared = loosened ? nullable : random.chance(0.1) && nullable === type ? `${text}!` : type;
    const needsDefault = loosened && !hasDefault;
    const value = needsDefault || random.chance(0.2) ? literal(random, isNonNullType(type) ? nullable : type, { wrong: this.wrong }) : undefined;
    this.variables.set(name, {
      type: random.chance(this.wrong) ? random.pick(['Int', 'Nope', '[String!]', 'Query']) : declared,
      value: value === 'null' && (needsDefault || String(declared).endsWith('!')) ? undefined : value,
      directives: this.customDirectives('VARIABLE_DEFINITION', true),
    });
    return `$${name}`;
  }

  condition(location) {
    const { random } = this;
    const custom = this.customDirectives(location);
    if (random.chance(0.85)) return custom;
    const directive = random.pick(['skip', 'include']);
    const value = random.chance(0.4) ? this.variable(this.schema.getDirective(directive).args[0].type, false) : random.pick(['true', 'false']);
    return `${custom} @${this.misspelt(directive)}(if: ${value})`;
  }

  deferred() {
    return this.schema.getDirective('defer') && this.random.chance(0.35) ? ` @defer${this.listed([this.label(), this.onlyIf('defer')])}` : '';
  }

  streamed(type) {
    const { random } = this;
    if (!this.schema.getDirective('stream') || !(isListType(getNullableType(type)) ? random.chance(0.35) : random.chance(this.wrong))) return '';
    return ` @stream${this.listed([random.chance(0.6) && `initialCount: ${random.below(3)}`, this.label(), this.onlyIf('stream')])}`;
  }

  /** Each of a document has its own; what is wrong is put in now and then. */
  label() {
    return this.random.chance(0.6) && `label: "L${this.random.chance(this.wrong) ? 0 : this.labels++}${this.prefix}"`;
  }

  onlyIf(directive) {
    const { random } = this;
    const { type } = this.schema.getDirective(directive).args.find(({ name }) => name === 'if');
    return random.chance(0.25) && `if: ${random.chance(0.5) ? this.variable(type, true) : random.pick(['true', 'true', 'false'])}`;
  }

  /** Arguments, of those that there are. */
  listed(given) {
    const there = given.filter(Boolean);
    return there.length > 0 ? `(${there.join(', ')})` : '';
  }

  customDirectives(location, isConstant = false) {
    const { random } = this;
    const wrong = random.chance(this.wrong);
    return this.schema.getDirectives()
      .filter((directive) => (wrong || (directive.locations.includes(location) && !ownRules.includes(directive.name))) && random.chance(0.15))
      .map((directive) => ` @${directive.name}${isConstant ? this.constantArguments(directive.args) : this.arguments(directive.args)}`)
      .join('');
  }

  constantArguments(definitions) {
    const given = definitions.map(({ name, type }) => `${name}: ${literal(this.random, type, {})}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  misspelt(name) {
    return this.random.chance(this.wrong / 3) ? this.random.pick([`${name}s`, name.slice(0, -1) || 'x', 'nope', '__typename']) : name;
  }
}
