// A test reporter that writes what infra/test takes of a report: the figures, as its `Counters` element, and the names of what failed.
export default async function* counters(events) {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      counted.failed++;
      failures.push(data.name);
    }
    if (type === 'test:pass') counted[data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped']++;
  }

  for (const name of failures) yield `<UnitTestResult testName="${name.replaceAll(/["<>]/g, "'")}" outcome="Failed" />\n`;
  const executed = counted.passed + counted.failed;
  yield `<Counters total="${executed + counted.skipped}" executed="${executed}" passed="${counted.passed}" failed="${counted.failed}" />\n`;
}
