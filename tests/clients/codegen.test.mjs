import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import * as schemaTypes from '@graphql-codegen/typescript';
import { Kind, parse, print } from 'graphql';
import { ask, openSocket, servedSchema, signedIn } from './session.mjs';
import { changeCursor, listen } from './following.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const persona = 'ghana';

let root;
let documents;
let application;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'r2p-codegen-'));
  await symlink(folder('node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  await writeFile(join(root, 'schema.ts'), await generate('schema.ts', { schemaTypes }));
  await writeFile(join(root, 'types.ts'), await generate('types.ts', { operations, typedDocuments }));
  await cp(folder('codegen/use.ts'), join(root, 'use.ts'));
});

after(() => rm(root, { recursive: true, force: true }));

test('GraphQL Code Generator writes types that an application compiles with', async () => {
  await promisify(execFile)(
    process.execPath,
    [folder('node_modules/typescript/bin/tsc'), '--strict', '--noUncheckedIndexedAccess', '--module', 'esnext', '--moduleResolution', 'bundler',
      '--target', 'es2022', '--types', '', '--outDir', root, '--rootDir', root, join(root, 'use.ts'), join(root, 'types.ts'), join(root, 'schema.ts')])
    .catch((failure) => assert.fail(failure.stdout || failure.message));
  [documents, application] = await Promise.all(['types.js', 'use.js'].map((file) => import(pathToFileURL(join(root, file)))));
});

test('a typed query, and what the application makes of its answer', async () => {
  const data = await run(documents.AssessmentsDocument, { first: 3 });
  const titles = application.titles(data);
  assert.equal(titles.length, 3);
  assert.ok(titles.every((title) => typeof title === 'string'));
  await run(documents.AssessmentsDocument, application.variables);

  const { id } = data.assessments.edges[0].node;
  assert.equal(application.title(await run(documents.DocumentDocument, { id })), titles[0]);
});

test('a typed mutation and a typed subscription', async (t) => {
  const socket = openSocket(signedIn(persona));
  t.after(() => socket.dispose());
  const variables = { after: await changeCursor(socket) };
  const own = listen((observer) => socket.subscribe({ query: print(documents.ChangesDocument), variables }, observer));

  const answer = await run(documents.DraftDocument, application.draft);
  assert.equal(application.refusal(answer), undefined);
  const { id, title } = answer.draftAssessment.assessment;

  // Other files write, too: their changes come between.
  let changes;
  do changes = await own.next(); while (changes.document?.id !== id);
  assert.equal(application.heard({ changes }), title);
  own.stop();
});

async function run(document, variables) {
  const { data, errors } = await ask(print(document), { variables, persona });
  assert.equal(errors, undefined);
  return data;
}

async function generate(filename, pluginMap) {
  const location = folder('codegen/app.graphql');
  const schema = parse(await servedSchema());
  return codegen({
    filename,
    schema,
    documents: [{ location, document: parse(await readFile(location, 'utf8')) }],
    config: { enumsAsTypes: true, strictScalars: true, useTypeImports: true, scalars: scalarsOf(schema) },
    plugins: Object.keys(pluginMap).map((name) => ({ [name]: {} })),
    pluginMap,
  });
}

/** Every scalar of the service's own travels as a JSON string. */
function scalarsOf({ definitions }) {
  const scalars = definitions.filter(({ kind }) => kind === Kind.SCALAR_TYPE_DEFINITION);
  return Object.fromEntries(scalars.map(({ name }) => [name.value, 'string']));
}
