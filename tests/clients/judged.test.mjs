import assert from 'node:assert/strict';
import { test } from 'node:test';
import './node18.mjs';
import { diffCase } from './differential/changes.mjs';
import { pairs } from './differential/corpus/changes.mjs';
import { coercion } from './differential/corpus/coercion.mjs';
import { directives } from './differential/corpus/directives.mjs';
import { execution } from './differential/corpus/execution.mjs';
import { schemas } from './differential/corpus/schemas.mjs';
import { texts } from './differential/corpus/texts.mjs';
import { differences, met } from './differential/differences.mjs';
import { sdlCase, textCase } from './differential/kinds.mjs';
import { report } from './differential/report.mjs';
import { judgeAll, trial } from './differential/trial.mjs';

const isLong = process.env.R2P_TEST_LONG === '1';
const minutes = Number(process.env.R2P_JUDGE_MINUTES ?? 30);

/** How many random cases of each kind a normal run judges, and the share that each has of a long one. */
const trials = [
  { kind: 'language', cases: 15_000, share: 0.1 },
  { kind: 'spoilt schemas', cases: 2_000, share: 0.2 },
  { kind: 'schemas', cases: 500, share: 0.4 },
  { kind: 'parts', cases: 250, share: 0.1 },
  { kind: 'workshop', cases: 60, share: 0.1 },
  { kind: 'changes', cases: 500, share: 0.1 },
];

/** Each planted bug with the kind of cases that has to find it. */
const plants = [
  ['unheeded-rule', 'schemas'],
  ['stopped-null', 'schemas'],
  ['narrow-int', 'schemas'],
  ['bare-quotes', 'language'],
  ['strange-fragments', 'schemas'],
  ['carefree-defaults', 'changes'],
];

for (const [topic, list] of Object.entries(texts)) corpus(`texts: ${topic}`, () => list.map((text) => textCase(text)));
for (const [topic, list] of Object.entries(schemas)) corpus(`schemas: ${topic}`, () => list.map((sdl) => sdlCase(sdl)));
for (const [topic, list] of Object.entries(pairs)) corpus(`changes: ${topic}`, () => list.map((pair) => diffCase(pair)));
corpus('every literal, variable and result with every type', coercion);
corpus('execution', execution);
corpus('directives from C#', directives);

for (const { kind, cases, share } of trials) {
  test(`random cases: ${kind}`, async (t) => {
    const found = [];
    const tally = await trial({
      kind,
      seed: isLong ? Date.now() % 1_000_000_000 : 20_250_901,
      ...(isLong ? { until: Date.now() + share * minutes * 60_000 } : { count: cases }),
      stopAt: 20,
      onDisagreement: (disagreement) => found.push(disagreement),
    });
    told(t, tally);
    assert.equal(found.length, 0, found.map(report).join('\n'));
  });
}

for (const [plant, kind] of plants) {
  test(`a planted bug is found: ${plant}`, async (t) => {
    const tally = await trial({ kind, seed: 1, count: 2_000, plant, stopAt: 1 });
    t.diagnostic(`found after ${tally.cases} cases`);
    assert.ok(tally.disagreements > 0, 'nobody noticed');
  });
}

test('every difference that is meant still comes up', () => {
  assert.deepEqual(differences.map(({ reason }) => reason).filter((reason) => !met.has(reason)), []);
});

function corpus(topic, cases) {
  test(`corpus, ${topic}`, async (t) => {
    const { tally, unexplained } = await judgeAll(await cases());
    told(t, tally);
    assert.equal(unexplained.length, 0, unexplained.slice(0, 20).map((found) => report({ kind: topic, ...found })).join('\n'));
  });
}

function told(t, { cases, compared, explained, disagreements }) {
  t.diagnostic(`${cases} cases, ${disagreements} disagreements: ${counted(compared)}`);
  if (Object.keys(explained).length > 0) t.diagnostic(`meant: ${counted(explained)}`);
}

const counted = (counts) => Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ');
