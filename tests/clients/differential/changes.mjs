import { BreakingChangeType, DangerousChangeType, buildASTSchema, findSchemaChanges, parse } from 'graphql';
import { read, settled } from './differences.mjs';
import { changedSdl } from './changing.mjs';
import { judgeSdl } from './reference.mjs';
import { randomSdl } from './schemas.mjs';

/** Two valid schemas: mostly one and a changed copy of it, now and then two that have little in common. */
export function randomPair(random) {
  const old = randomValid(random);
  return [old, random.chance(0.1) ? randomValid(random) : changedSdl(random, old)];
}

/** What changed from one schema to another, by severity and message. */
export function diffCase([old, changed]) {
  const schemas = [old, changed].map((sdl) => buildASTSchema(read(parse(sdl, { noLocation: true }))));
  return {
    question: { kind: 'diff', old, new: changed },
    compare: (answer, count) => {
      const { ours, theirs } = settled(schemas, answer.changes, changesOf(schemas));
      for (const change of theirs) count(`${change.split(':', 1)[0].toLowerCase()} changes`);
      if (theirs.length === 0) count('pairs without changes');
      const [own, reference] = [ours, theirs].map((list) => [...list].sort());
      return JSON.stringify(own) === JSON.stringify(reference) ? [] : [{ what: 'changes', ours: own, theirs: reference, text: `${old}\n--- becomes\n${changed}` }];
    },
  };
}

/** What graphql-js finds. Adding what is optional has one name in two of its lists: the graver one counts, as in its own functions. */
const changesOf = ([old, changed]) => findSchemaChanges(old, changed)
  .map(({ type, description }) => `${type in BreakingChangeType ? 'Breaking' : type in DangerousChangeType ? 'Dangerous' : 'Safe'}: ${description}`);

function randomValid(random) {
  while (true) {
    const sdl = randomSdl(random);
    if (judgeSdl(sdl).schema) return sdl;
  }
}
