import { buildASTSchema, parse, parseType, typeFromAST } from 'graphql';
import { enumWords, fieldWords, stringLiteral, texts, typeWords } from './texts.mjs';
import { literal } from './values.mjs';

const leaves = ['Int', 'Float', 'String', 'Boolean', 'ID'];
const typeSystemLocations = [
  'SCHEMA', 'SCALAR', 'OBJECT', 'FIELD_DEFINITION', 'ARGUMENT_DEFINITION', 'INTERFACE', 'UNION', 'ENUM', 'ENUM_VALUE', 'INPUT_OBJECT', 'INPUT_FIELD_DEFINITION',
];
const executableLocations = [
  'QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD', 'FRAGMENT_DEFINITION', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT', 'VARIABLE_DEFINITION',
];

/** The text of a random schema, valid but for rare misfortunes. */
export function randomSdl(random) {
  const text = new SchemaMaker(random).make();
  return withLiterals(random, text);
}

/**
 * Defaults and directives' arguments are literals of types that have to exist first: the maker leaves `⟦type⟧` where one goes, and the reference's
 * own types tell what fits.
 */
function withLiterals(random, text) {
  const bare = text.replaceAll(/ = ⟦[^⟧]*⟧/g, '').replaceAll(/⟦[^⟧]*⟧/g, 'null');
  const schema = buildASTSchema(parse(bare, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  return text.replaceAll(/⟦([^⟧]*)⟧/g, (_, type) => {
    const value = literal(random, typeFromAST(schema, parseType(type)));
    return value === 'null' && type.endsWith('!') ? '[]' : value;
  });
}

class SchemaMaker {
  constructor(random) {
    this.random = random;
    const words = random.shuffled(typeWords);
    const take = (from, to) => words.splice(0, from + random.below(to - from + 1));
    this.scalars = take(0, 2);
    this.enums = take(1, 2);
    this.inputs = take(1, 3);
    this.interfaces = take(0, 3);
    this.objects = take(1, 4);
    this.unions = take(0, 2);
    this.roots = this.rootNames(words);
    this.fieldTypes = new Map();
    this.directives = this.directiveDefinitions();
    this.parents = new Map();
  }

  make() {
    const { random } = this;
    for (const [index, name] of this.interfaces.entries()) this.parents.set(name, this.implemented(this.interfaces.slice(0, index)));
    for (const name of this.objects) this.parents.set(name, this.implemented(this.interfaces));
    this.members = new Map(this.unions.map((name) => [name, this.atLeastOne(this.objects)]));
    this.fields = new Map();
    const definitions = [
      ...this.schemaDefinition(),
      ...this.directives.map((directive) => this.directiveText(directive)),
      ...this.scalars.map((name) => this.scalarText(name)),
      ...this.enums.map((name) => this.enumText(name)),
      ...this.inputs.map((name, index) => this.inputText(name, index)),
      ...this.interfaces.map((name) => this.fieldsText('interface', name)),
      ...this.objects.map((name) => this.fieldsText('type', name)),
      ...this.unions.map((name) => this.unionText(name)),
      ...Object.values(this.roots).map((name) => this.fieldsText('type', name)),
    ];
    return random.shuffled(definitions.flat()).join(random.pick(['\n\n', '\n', ' ']));
  }

  rootNames(words) {
    const { random } = this;
    const named = random.chance(0.25);
    const roots = { query: named ? words.pop() : 'Query' };
    if (random.chance(0.5)) roots.mutation = named ? words.pop() : 'Mutation';
    if (random.chance(0.4)) roots.subscription = named ? words.pop() : 'Subscription';
    this.explicit = named || random.chance(0.2);
    return roots;
  }

  schemaDefinition() {
    if (!this.explicit) return [];
    const roots = Object.entries(this.roots).map(([operation, name]) => `${operation}: ${name}`);
    const extended = roots.length > 1 && this.random.chance(0.3) ? roots.splice(1) : [];
    const definition = `${this.description()}schema${this.applied('SCHEMA')} { ${roots.join(' ')} }`;
    return extended.length > 0 ? [definition, `extend schema { ${extended.join(' ')} }`] : [definition];
  }

  directiveDefinitions() {
    return this.random.times(this.random.below(3), (index) => ({
      name: `${this.random.pick(['mark', 'note', 'tag', 'cost'])}${index}`,
      arguments: this.random.times(this.random.below(3), (position) => ({
        name: ['a', 'by', 'why'][position],
        type: this.inputType({ plain: true }),
        hasDefault: this.random.chance(0.5),
      })),
      repeatable: this.random.chance(0.4),
      locations: this.atLeastOne([...typeSystemLocations, ...executableLocations]),
    }));
  }

  directiveText({ name, arguments: list, repeatable, locations }) {
    const inputs = list.map((argument) => `${this.description(0.2)}${argument.name}: ${argument.type}${argument.hasDefault ? ` = ⟦${argument.type}⟧` : ''}`);
    return `${this.description()}directive @${name}${parenthesized(inputs)}${repeatable ? ' repeatable' : ''} on ${locations.join(' | ')}`;
  }

  /** The custom directives applied at a place. */
  applied(location) {
    const { random } = this;
    const fitting = this.directives.filter((directive) => directive.locations.includes(location) && random.chance(0.3));
    return fitting.flatMap((directive) => random.times(directive.repeatable ? 1 + random.below(2) : 1, () => {
      const given = directive.arguments.filter(({ type, hasDefault }) => (type.endsWith('!') && !hasDefault) || random.chance(0.5));
      return ` @${directive.name}${parenthesized(given.map(({ name, type }) => `${name}: ⟦${type}⟧`))}`;
    })).join('');
  }

  scalarText(name) {
    const url = this.random.chance(0.4) ? ` @specifiedBy(url: ${JSON.stringify(`https://example.com/${name}?a="b"`)})` : '';
    return `${this.description()}scalar ${name}${this.applied('SCALAR')}${url}`;
  }

  enumText(name) {
    const values = this.random.shuffled(enumWords).slice(0, 1 + this.random.below(4))
      .map((value) => `${this.description(0.2)}${value}${this.applied('ENUM_VALUE')}${this.deprecated(0.15)}`);
    return this.inParts('enum', name, this.applied('ENUM'), values);
  }

  inputText(name, index) {
    const { random } = this;
    const oneOf = random.chance(0.3);
    const fields = this.someFieldNames(1, 4).map((field, position) => {
      const type = this.inputType({ plain: oneOf && position === 0, before: index, nullable: oneOf });
      const value = !oneOf && random.chance(0.3) && this.isLeaf(type) ? ` = ⟦${type}⟧` : '';
      const isOptional = !type.endsWith('!') || value;
      return `${this.description(0.2)}${field}: ${type}${value}${this.applied('INPUT_FIELD_DEFINITION')}${isOptional ? this.deprecated(0.1) : ''}`;
    });
    return this.inParts('input', name, `${this.applied('INPUT_OBJECT')}${oneOf ? ' @oneOf' : ''}`, fields);
  }

  fieldsText(keyword, name) {
    const { random } = this;
    const parents = this.parents.get(name) ?? [];
    const fields = new Map();
    for (const parent of parents) {
      for (const [field, definition] of this.fields.get(parent)) fields.set(field, this.inherited(definition, fields.get(field)));
    }
    for (const field of this.someFieldNames(1, 5)) {
      if (!fields.has(field)) fields.set(field, { type: this.fieldType(field), arguments: this.arguments() });
    }
    this.fields.set(name, fields);
    const implementing = parents.length > 0 ? ` implements ${random.chance(0.2) ? '& ' : ''}${random.shuffled(parents).join(' & ')}` : '';
    const texts = random.shuffled([...fields]).map(([field, definition]) =>
      `${this.description(0.2)}${field}${parenthesized(definition.arguments.map((argument) => this.argumentText(argument)))}: `
      + `${definition.type}${this.applied('FIELD_DEFINITION')}${definition.isInherited ? '' : this.deprecated(0.1)}`);
    return this.inParts(keyword, name, `${implementing}${this.applied(keyword === 'type' ? 'OBJECT' : 'INTERFACE')}`, texts);
  }

  /** §3.6: a field that an interface asks for may be narrower and take further arguments, if they aren't required. */
  inherited(definition, earlier) {
    const { random } = this;
    if (earlier) return earlier;
    let { type } = definition;
    if (!type.endsWith('!') && random.chance(0.2)) type += '!';
    type = type.replace(/\w+/, (named) => (random.chance(0.3) ? random.pick([named, ...this.implementersOf(named)]) : named));
    const added = random.chance(0.1) && !definition.arguments.some(({ name }) => name === 'extra') ? [{ name: 'extra', type: 'Int' }] : [];
    return { type, arguments: [...definition.arguments, ...added], isInherited: true };
  }

  implementersOf(name) {
    const implementers = [...this.parents].filter(([, parents]) => parents.includes(name)).map(([implementer]) => implementer);
    return [...implementers, ...(this.members.get(name) ?? [])];
  }

  arguments() {
    if (this.random.chance(0.65)) return [];
    return this.someFieldNames(1, 3).map((name) => ({ name, type: this.inputType(), hasDefault: this.random.chance(0.35) }));
  }

  argumentText({ name, type, hasDefault }) {
    const isOptional = hasDefault || !type.endsWith('!');
    return `${this.description(0.15)}${name}: ${type}${hasDefault ? ` = ⟦${type}⟧` : ''}${this.applied('ARGUMENT_DEFINITION')}`
      + `${isOptional ? this.deprecated(0.1) : ''}`;
  }

  unionText(name) {
    const members = this.members.get(name);
    const extended = members.length > 1 && this.random.chance(0.2) ? members.slice(1) : [];
    const own = members.slice(0, members.length - extended.length);
    const definition = `${this.description()}union ${name}${this.applied('UNION')} = ${this.random.chance(0.3) ? '| ' : ''}${own.join(' | ')}`;
    return extended.length > 0 ? [definition, `extend union ${name} = ${extended.join(' | ')}`] : [definition];
  }

  /** A definition with its members, some of which may come by an extension. */
  inParts(keyword, name, head, members) {
    const parts = members.length > 1 && this.random.chance(0.2) ? [members.slice(0, 1), members.slice(1)] : [members];
    const separator = this.random.pick(['\n  ', ', ', ' ']);
    return parts.map((part, index) =>
      `${index === 0 ? this.description() : 'extend '}${keyword} ${name}${index === 0 ? head : ''} {${separator === '\n  ' ? separator : ' '}${part.join(separator)} }`);
  }

  /** Fields of one name have mostly one type: otherwise few documents would merge. */
  fieldType(field) {
    if (!this.fieldTypes.has(field) || this.random.chance(0.15)) {
      this.fieldTypes.set(field, this.wrapped(this.random.chance(0.5)
        ? this.random.pick([...leaves, ...this.enums, ...this.scalars])
        : this.random.pick([...this.objects, ...this.interfaces, ...this.unions, ...Object.values(this.roots).slice(0, 1)])));
    }
    return this.fieldTypes.get(field);
  }

  inputType({ plain = false, before = this.inputs?.length ?? 0, nullable = false } = {}) {
    const { random } = this;
    if (!plain && random.chance(0.35) && this.inputs.length > 0) {
      const input = random.pick(this.inputs);
      const mayBeRequired = this.inputs.indexOf(input) < before;
      const type = this.wrapped(input);
      return mayBeRequired && !nullable ? type : type.replaceAll('!', '');
    }
    const type = this.wrapped(random.pick([...leaves, ...this.enums, ...(plain ? [] : this.scalars)]));
    return nullable ? type.replace(/!$/, '') : type;
  }

  isLeaf(type) {
    return !this.inputs.includes(/\w+/.exec(type)[0]);
  }

  wrapped(name) {
    const { random } = this;
    let type = name;
    while (true) {
      if (random.chance(0.2)) type += '!';
      if (!random.chance(0.25)) return type;
      type = `[${type}]`;
    }
  }

  implemented(candidates) {
    const chosen = this.random.some(candidates, 0.4);
    const all = [...new Set(chosen.flatMap((name) => [name, ...(this.parents.get(name) ?? [])]))];
    return all.sort((a, b) => (this.parents.get(b)?.length ?? 0) - (this.parents.get(a)?.length ?? 0));
  }

  atLeastOne(list) {
    const some = this.random.some(list, 0.4);
    return some.length > 0 ? some : [this.random.pick(list)];
  }

  someFieldNames(from, to) {
    return this.random.shuffled(fieldWords).slice(0, from + this.random.below(to - from + 1));
  }

  description(probability = 0.3) {
    return this.random.chance(probability) ? `${stringLiteral(this.random, this.random.pick(texts))} ` : '';
  }

  deprecated(probability) {
    if (!this.random.chance(probability)) return '';
    return this.random.chance(0.4) ? ' @deprecated' : ` @deprecated(reason: ${stringLiteral(this.random, this.random.pick(texts))})`;
  }
}

const parenthesized = (list) => (list.length > 0 ? `(${list.join(', ')})` : '');

