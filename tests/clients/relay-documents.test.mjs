import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { servedSchema, signedIn, url } from './session.mjs';

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');

/** What relay-compiler registers: the text of every operation by its id. The service was started with this file among its documents. */
const registered = new URL('documents/relay.json', import.meta.url);

/** Compiles the application against the served schema, and answers where its artifacts are. */
async function compile(t, config) {
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
    ...config,
  }));
  if (config?.persistConfig) await writeFile(join(root, config.persistConfig.file), '{}');

  const { stdout } = await promisify(execFile)(process.execPath, [compiler], { cwd: root })
    .catch((failure) => assert.fail(`${failure.stdout}${failure.stderr}`));
  assert.match(stdout, /Compilation completed/);
  return { root, artifacts };
}

test('the documents that relay-compiler registers run by their ids', async (t) => {
  const { root, artifacts } = await compile(t, { persistConfig: { file: './persisted.json', algorithm: 'SHA256' } });
  const compiled = await readFile(join(root, 'persisted.json'), 'utf8');
  if (process.env.R2P_UPDATE_DOCUMENTS) await writeFile(registered, compiled);
  assert.deepEqual(JSON.parse(compiled), JSON.parse(await readFile(registered, 'utf8')), 'renew with R2P_UPDATE_DOCUMENTS=1');

  const artifact = await readFile(join(artifacts, 'appPageQuery.graphql.ts'), 'utf8');
  const [, documentId] = /"id": "([0-9a-f]{64})"/.exec(artifact);
  assert.match(artifact, /"text": null/);
  const run = async (body) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...signedIn('ghana') },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...await response.json() };
  };

  const known = await run({ documentId, variables: { count: 1 } });
  assert.equal(known.status, 200);
  assert.equal(known.data.assessments.edges.length, 1);
  assert.equal(known.data.viewer.displayName.length > 0, true);

  const unknown = await run({ documentId: documentId.split('').reverse().join(''), variables: { count: 1 } });
  assert.equal(unknown.status, 400);
  assert.deepEqual(unknown.errors.map((error) => error.extensions.code), ['DOCUMENT_NOT_REGISTERED']);
});
