// Runs every test file against one running service: node run.mjs [--counters FILE] [NAME...]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startService } from './service.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals: names } = parseArgs({
  options: { counters: { type: 'string' } },
  allowPositionals: true,
});

const service = await startService(['ghana', 'kenya', 'au-desk', 'observer']);
const stopOn = (signal) => process.once(signal, () => service.stop().finally(() => process.exit(1)));
stopOn('SIGINT');
stopOn('SIGTERM');
try {
  process.exitCode = await runTests();
} finally {
  await service.stop();
}

async function runTests() {
  const files = (await readdir(here))
    .filter((file) => file.endsWith('.test.mjs'))
    .filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)));
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  if (values.counters) reporters.push('--test-reporter=./counters.mjs', `--test-reporter-destination=${values.counters}`);

  const tests = spawn(process.execPath, ['--test', ...reporters, ...files], {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, R2P_CLIENTS_URL: service.url, R2P_CLIENTS_TOKENS: JSON.stringify(service.tokens) },
  });
  const [code] = await once(tests, 'exit');
  if (code !== 0) process.stderr.write(service.log.join(''));
  return code ?? 1;
}
