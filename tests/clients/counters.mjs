// A test reporter that writes the figures alone, as the `Counters` element of the reports that infra/test adds up.
export default async function* counters(events) {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:fail') counted.failed++;
    if (type === 'test:pass') counted[data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped']++;
  }

  const executed = counted.passed + counted.failed;
  yield `<Counters total="${executed + counted.skipped}" executed="${executed}" passed="${counted.passed}" failed="${counted.failed}" />\n`;
}
