import { readFileSync } from 'node:fs';
import { judgeSdl } from './reference.mjs';

const sdl = readFileSync(new URL('workshop.graphql', import.meta.url), 'utf8').trimEnd();

/** The schema that the judge built from C# types, as it was printed, with resolvers that answer the same. */
export const workshop = {
  sdl,
  reference: judgeSdl(sdl),
  resolvers: () => ({ answer, events, data: () => undefined }),
};

const metal = { __typename: 'Screw', kind: 'METAL' };
const screws = [
  { ...metal, name: 'short', length: 10, pitch: 0.5 },
  { ...metal, name: 'middle', length: 20, pitch: null },
  { ...metal, name: 'long', length: 30, pitch: 1.25 },
];
const board = {
  __typename: 'Board', name: 'plank "é"', kind: 'HARD_WOOD', woods: ['oak', null, 'ash'], cuts: [[1, 2], [], [3]], straight: false, grain: null,
};
const joiner = { __typename: 'Joiner', name: 'Ada', since: '2001-02-03' };
const parts = [...screws, board];

const kinds = { METAL: 'Metal', HARD_WOOD: 'HardWood', GLUE: 'Glue' };

const fields = {
  Query: {
    parts: (_, { kind, first }) => parts.filter((part) => kind == null || part.kind === kind).slice(0, Math.max(first, 0)),
    part: (_, { key }) => parts.find(({ name, length }) =>
      name === key.name || (length !== undefined && (length === key.length || key.line?.sizes.includes(length)))),
    search: (_, { text }) => [...parts, joiner].map((found) => (found.name.includes(text) ? found : null)),
    boss: () => joiner,
    async* unload(_, { first }) {
      yield* parts.slice(0, Math.max(first, 0));
      if (first > parts.length) throw new Error('The shelf broke.');
    },
    table: () => board,
    understood: (_, { order }) => [
      order.what, kinds[order.kind], order.pieces, order.budget > 1.5 ? 'True' : 'False',
      order.note === undefined ? 'absent' : order.note ?? 'null', order.lines == null ? 'none' : order.lines.map(lineText).join(';'), keyText(order.instead),
    ].join('|'),
  },
  Mutation: {
    turn: (_, { name, by }) => {
      const found = screws.find((screw) => screw.name === name);
      if (!found) throw new Error(`There is no screw "${name}".`);
      return { ...found, length: (found.length + by) | 0 };
    },
  },
  Screw: {
    spare: ({ length }) => (length > 20 ? board : null),
    shorter: ({ length }) => screws.filter((other) => other.length < length),
    label: ({ name, pitch }, { mark }, wrapped) => {
      if (pitch === null) throw new Error(`"${name}" has no pitch.`);
      return wrapped.reduce((label, { open, close, kind, sizes }) =>
        `${open}${kinds[kind]}${label}${(sizes ?? []).join('+')}${close ?? 'none'}`, name + mark);
    },
    rank,
    lengths,
  },
  Board: { spare: () => screws[0], rank, lengths },
};

async function* lengths({ name }) {
  for (let length = 1; length <= name.length; length *= 2) yield length;
}

function rank({ name, length }) {
  return parts.findIndex((part) => part.name === name && part.length === length);
}

const lineText = ({ sizes, sanded }) => `${sizes.join('+')}:${sanded ? 'sanded' : 'raw'}`;
const keyText = (key) => (key == null ? '' : key.name ?? key.length ?? lineText(key.line));

const answer = (parent, field, given, type, directives) =>
  fields[type.name]?.[field.name]?.(parent, given, ...(field.name === 'label' ? [directives('wrapped')] : [])) ?? parent?.[field.name];

async function* events(field, { times }) {
  for (let i = 0; i < Math.min(times, 3); i++) yield { [field.name]: parts[i % parts.length] };
}
