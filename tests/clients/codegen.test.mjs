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
import { Kind, parse } from 'graphql';
import { servedSchema } from './session.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

test('GraphQL Code Generator writes types that an application compiles with', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'r2p-codegen-'));
  t.after(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'schema.ts'), await generate(schemaTypes));
  await writeFile(join(root, 'types.ts'), await generate(operations));
  await cp(folder('codegen/use.ts'), join(root, 'use.ts'));

  await promisify(execFile)(
    process.execPath,
    [folder('node_modules/typescript/bin/tsc'), '--strict', '--noEmit', '--noUncheckedIndexedAccess', '--module', 'esnext',
      '--moduleResolution', 'bundler', '--target', 'esnext', '--types', '', join(root, 'use.ts'), join(root, 'schema.ts')])
    .catch((failure) => assert.fail(failure.stdout || failure.message));
});

async function generate(plugin) {
  const location = folder('codegen/app.graphql');
  const schema = parse(await servedSchema());
  return codegen({
    schema,
    documents: [{ location, document: parse(await readFile(location, 'utf8')) }],
    config: { enumsAsTypes: true, strictScalars: true, scalars: scalarsOf(schema) },
    plugins: [{ plugin: {} }],
    pluginMap: { plugin },
  });
}

/** Every scalar of the service's own travels as a JSON string. */
function scalarsOf({ definitions }) {
  const scalars = definitions.filter(({ kind }) => kind === Kind.SCALAR_TYPE_DEFINITION);
  return Object.fromEntries(scalars.map(({ name }) => [name.value, 'string']));
}
