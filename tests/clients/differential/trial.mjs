import { Judge } from './judge.mjs';
import { caseOf, kinds } from './kinds.mjs';
import { differences } from './differences.mjs';

const pending = 16;

/**
 * Lets the engine and graphql-js judge random cases of one kind: answers how many there were, what was compared, what is explained and what
 * is not. A case is made again from its kind, seed and number.
 */
export async function trial({ kind, seed, from = 0, count = Infinity, until = Infinity, plant, stopAt = Infinity, onDisagreement = () => { } }) {
  const judge = new Judge(plant);
  const tally = { cases: 0, compared: {}, explained: {}, disagreements: 0 };
  const running = new Set();
  try {
    for (let index = from; index < from + count && Date.now() < until && tally.disagreements < stopAt; index++) {
      const one = judged(judge, kind, seed, index, tally, onDisagreement).finally(() => running.delete(one));
      running.add(one);
      if (running.size >= pending) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    await judge.stop();
  }
  return tally;
}

async function judged(judge, kind, seed, index, tally, onDisagreement) {
  const { question, compare } = await caseOf(kind, seed, index);
  const answer = await judge.ask(question);
  tally.cases++;
  settle(compare(answer, (what) => { tally.compared[what] = (tally.compared[what] ?? 0) + 1; }), tally, (found) => onDisagreement({ kind, seed, index, ...found }));
}

/** Counts disagreements as explained or not. */
export function settle(found, tally, onDisagreement) {
  for (const disagreement of found) {
    const explanation = differences.find(({ explains }) => explains?.(disagreement));
    if (explanation) {
      tally.explained[explanation.reason] = (tally.explained[explanation.reason] ?? 0) + 1;
    } else {
      tally.disagreements++;
      onDisagreement(disagreement);
    }
  }
}

export { kinds };
