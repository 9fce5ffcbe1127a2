import { Judge } from './judge.mjs';
import { caseOf } from './kinds.mjs';
import { explanation } from './differences.mjs';

const pending = 16;

/**
 * Lets the engine and graphql-js judge random cases of one kind: answers how many there were, what was compared, what is explained and what
 * is not. A case is made again from its kind, seed and number.
 */
export async function trial({ kind, seed, from = 0, count = Infinity, until = Infinity, plant, stopAt = Infinity, onDisagreement = () => { } }) {
  const judge = new Judge(plant);
  const tally = newTally();
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
  settle(compare(answer, counter(tally)), tally, (found) => onDisagreement({ kind, seed, index, ...found }));
}

/** Lets both judge given cases. */
export async function judgeAll(cases) {
  const judge = new Judge();
  const tally = newTally();
  const unexplained = [];
  try {
    await Promise.all(cases.map(async ({ question, compare }) => {
      const answer = await judge.ask(question);
      tally.cases++;
      settle(compare(answer, counter(tally)), tally, (found) => unexplained.push(found));
    }));
  } finally {
    await judge.stop();
  }
  return { tally, unexplained };
}

const newTally = () => ({ cases: 0, compared: {}, explained: {}, disagreements: 0 });

const counter = ({ compared }) => (what) => { compared[what] = (compared[what] ?? 0) + 1; };

/** Counts disagreements as explained or not. */
function settle(found, tally, onDisagreement) {
  for (const disagreement of found) {
    const reason = explanation(disagreement);
    if (reason) {
      tally.explained[reason] = (tally.explained[reason] ?? 0) + 1;
    } else {
      tally.disagreements++;
      onDisagreement(disagreement);
    }
  }
}
