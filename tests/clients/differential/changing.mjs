import { Kind, buildASTSchema, parse, print, typeFromAST, visit } from 'graphql';
import { judgeSdl } from './reference.mjs';
import { texts } from './texts.mjs';
import { literal } from './values.mjs';

/** The lists of a definition whose entries may go, or come again under another name. */
const lists = ['definitions', 'fields', 'arguments', 'values', 'types', 'interfaces', 'locations'];

/** A copy of a valid schema with a few changes, and still valid. */
export function changedSdl(random, sdl) {
  let text = sdl;
  for (let left = 1 + random.below(8); left > 0; left--) {
    const next = attempt(random, text);
    if (next !== undefined && judgeSdl(next).schema) text = next;
  }
  return text;
}

function attempt(random, sdl) {
  const document = structuredClone(parse(sdl, { noLocation: true }));
  const nodes = [];
  visit(document, { enter: (node) => { nodes.push(node); } });
  random.pick(changes)(random, nodes, sdl);
  try {
    return print(document);
  } catch {
    return undefined;
  }
}

const changes = [removeEntry, copyEntry, copyEntry, rename, retype, retype, rewrap, rewrap, changeDefault, changeDefault, describe, applyDirective, toggleRepeatable, changeKind];

function removeEntry(random, nodes) {
  withEntry(random, nodes, (list, index) => list.splice(index, 1));
}

function copyEntry(random, nodes) {
  withEntry(random, nodes, (list, index) => {
    const copy = structuredClone(list[index]);
    if (copy.name) copy.name.value += random.pick(['X', 'Y']);
    list.splice(random.below(list.length + 1), 0, copy);
  });
}

function withEntry(random, nodes, change) {
  const found = nodes.flatMap((node) => lists.filter((name) => node.kind !== Kind.DIRECTIVE && node[name]?.length > 0).map((name) => node[name]));
  const list = random.pick(found);
  if (list) change(list, random.below(list.length));
}

function rename(random, nodes) {
  const named = random.pick(nodes.filter(({ kind }) => kind === Kind.FIELD_DEFINITION || kind === Kind.ENUM_VALUE_DEFINITION || kind === Kind.INPUT_VALUE_DEFINITION));
  if (named) named.name.value += 'Z';
}

/** Puts the type of one thing to another; a default goes, for it may no longer fit. */
function retype(random, nodes) {
  const kind = random.pick([Kind.FIELD_DEFINITION, Kind.INPUT_VALUE_DEFINITION]);
  const typed = nodes.filter((node) => node.kind === kind);
  if (typed.length === 0) return;
  const node = random.pick(typed);
  node.type = structuredClone(random.pick(typed).type);
  if (random.chance(0.7)) delete node.defaultValue;
}

/** Adds a wrapper at some level of a type, or takes one away. */
function rewrap(random, nodes) {
  const node = random.pick(nodes.filter(({ kind }) => kind === Kind.FIELD_DEFINITION || kind === Kind.INPUT_VALUE_DEFINITION));
  if (node) node.type = rewrapped(random, node.type);
}

function rewrapped(random, type) {
  if (type.kind !== Kind.NAMED_TYPE && random.chance(0.5)) return { ...type, type: rewrapped(random, type.type) };
  if (type.kind !== Kind.NAMED_TYPE && random.chance(0.7)) return type.type;
  return { kind: random.chance(0.7) && type.kind !== Kind.NON_NULL_TYPE ? Kind.NON_NULL_TYPE : Kind.LIST_TYPE, type };
}

function changeDefault(random, nodes, sdl) {
  const inputs = nodes.filter(({ kind }) => kind === Kind.INPUT_VALUE_DEFINITION);
  const node = random.pick(random.chance(0.5) ? inputs : inputs.filter(({ defaultValue }) => defaultValue));
  if (!node) return;
  if (node.defaultValue && random.chance(0.3)) delete node.defaultValue;
  else node.defaultValue = parsedValue(literal(random, typeFromAST(buildASTSchema(parse(sdl)), node.type)));
}

const parsedValue = (text) => parse(`{ a(b: ${text}) }`).definitions[0].selectionSet.selections[0].arguments[0].value;

const described = (node) => /Definition$/.test(node.kind) && node.kind !== Kind.OPERATION_TYPE_DEFINITION;

function describe(random, nodes) {
  const node = random.pick(nodes.filter(described));
  if (random.chance(0.3)) delete node.description;
  else node.description = { kind: Kind.STRING, value: random.pick(texts), block: false };
}

/** Directives that say something of what they are applied to. */
function applyDirective(random, nodes) {
  const directive = parse(random.pick([
    'type T { a: Int @deprecated }', 'type T { a: Int @deprecated(reason: "Ended.") }', 'type T { a: Int @oneOf }', 'type T { a: Int @specifiedBy(url: "https://x.example") }',
  ])).definitions[0].fields[0].directives[0];
  const node = random.pick(nodes.filter((one) => described(one) && one.kind !== Kind.DIRECTIVE_DEFINITION));
  node.directives = (node.directives ?? []).filter(({ name }) => name.value !== directive.name.value);
  if (random.chance(0.7)) node.directives.push(directive);
}

function toggleRepeatable(random, nodes) {
  const directive = random.pick(nodes.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION));
  if (directive) directive.repeatable = !directive.repeatable;
}

function changeKind(random, nodes) {
  const kinds = [Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION, Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.SCALAR_TYPE_DEFINITION];
  const node = random.pick(nodes.filter(({ kind }) => kinds.includes(kind)));
  if (node) node.kind = random.pick(kinds);
}
