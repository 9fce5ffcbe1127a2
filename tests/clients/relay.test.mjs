import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { servedSchema } from './session.mjs';

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');

test('relay-compiler takes the schema and an application of connections, refetching, mutation and subscription', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'r2p-relay-'));
  t.after(() => rm(root, { recursive: true }));
  const artifacts = join(root, 'artifacts');
  await mkdir(artifacts);
  await cp(fileURLToPath(new URL('relay', import.meta.url)), join(root, 'src'), { recursive: true });
  await writeFile(join(root, 'schema.graphql'), await servedSchema());
  await writeFile(join(root, 'relay.config.json'), JSON.stringify({
    src: './src',
    schema: './schema.graphql',
    artifactDirectory: './artifacts',
    language: 'typescript',
    eagerEsModules: true,
  }));

  const { stdout } = await promisify(execFile)(process.execPath, [compiler], { cwd: root })
    .catch((failure) => assert.fail(`${failure.stdout}${failure.stderr}`));
  assert.match(stdout, /Compilation completed/);

  const written = await readdir(artifacts);
  for (const operation of [
    'appPageQuery', 'appAssessmentsPaginationQuery', 'appOfficesPaginationQuery', 'appAssessmentRefetchQuery',
    'appDraftMutation', 'appChangesSubscription',
  ]) {
    assert.ok(written.includes(`${operation}.graphql.ts`), `${operation} in ${written}`);
  }
  assert.match(await readFile(join(artifacts, 'appAssessmentRefetchQuery.graphql.ts'), 'utf8'), /node\(id: \$id\)/);
});
