import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as schemaTypes from '@graphql-codegen/typescript';
import { parse } from 'graphql';
import { servedSchema } from './session.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

test('GraphQL Code Generator writes types that an application compiles with', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'r2p-codegen-'));
  t.after(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'types.ts'), await generate());
  await cp(folder('codegen/use.ts'), join(root, 'use.ts'));

  await promisify(execFile)(
    process.execPath,
    [folder('node_modules/typescript/bin/tsc'), '--strict', '--noEmit', '--noUncheckedIndexedAccess', '--module', 'esnext',
      '--moduleResolution', 'bundler', '--target', 'esnext', '--types', '', join(root, 'use.ts')])
    .catch((failure) => assert.fail(failure.stdout || failure.message));
});

async function generate() {
  const location = folder('codegen/app.graphql');
  return codegen({
    filename: 'types.ts',
    schema: parse(await servedSchema()),
    documents: [{ location, document: parse(await readFile(location, 'utf8')) }],
    config: { enumsAsTypes: true, strictScalars: true, scalars: scalars() },
    plugins: [{ typescript: {} }, { typescriptOperations: {} }],
    pluginMap: { typescript: schemaTypes, typescriptOperations: operations },
  });
}

/** Every scalar of the service's own travels as a JSON string. */
function scalars() {
  return Object.fromEntries(['Cursor', 'Date', 'DateTime', 'URL', 'UUID'].map((name) => [name, 'string']));
}
