// Judges random cases by hand: node differential/run.mjs [--kind NAME] [--seed N] [--case K | --cases COUNT] [--minutes M] [--plant BUG] [--show N]
import '../node18.mjs';
import { parseArgs } from 'node:util';
import { kinds } from './kinds.mjs';
import { report } from './report.mjs';
import { trial } from './trial.mjs';

const { values } = parseArgs({
  options: {
    kind: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' }, cases: { type: 'string' }, minutes: { type: 'string' }, plant: { type: 'string' },
    show: { type: 'string', default: '5' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const chosen = values.kind ? [values.kind] : Object.keys(kinds);

/** Each kind has its share of the minutes. */
const endOfShare = () => (values.minutes ? Date.now() + Number(values.minutes) * 60_000 / chosen.length : Infinity);

for (const kind of chosen) {
  let left = Number(values.show);
  const tally = await trial({
    kind,
    seed,
    from: Number(values.case ?? 0),
    count: values.case ? 1 : Number(values.cases ?? (values.minutes ? Infinity : 500)),
    until: endOfShare(),
    plant: values.plant,
    onDisagreement: (found) => { if (left-- > 0) console.log(report(found)); },
  });
  console.log(`${kind}, seed ${seed}:`, tally);
  if (tally.disagreements > 0) process.exitCode = 1;
}
