import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';
import { ask, servedSchema } from './session.mjs';

const everything = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

async function introspect(options) {
  const { data, errors } = await ask(getIntrospectionQuery(options));
  assert.equal(errors, undefined);
  return buildClientSchema(data);
}

test('a client schema from introspection is valid', async () => {
  assert.deepEqual(validateSchema(await introspect(everything)), []);
});

test('the served schema is valid', async () => {
  assert.deepEqual(validateSchema(buildSchema(await servedSchema())), []);
});

test('the served schema reads as graphql-js prints it', async () => {
  const served = await servedSchema();
  assert.equal(served.trimEnd(), printSchema(buildSchema(served)));
});

test('introspection and the served schema tell the same', async () => {
  assert.equal(sorted(await introspect(everything)), sorted(buildSchema(await servedSchema())));
});

// The forms in which GraphiQL and older tools ask, down to what every server has to know.
for (const option of Object.keys(everything)) {
  test(`introspection without ${option} answers a valid schema`, async () => {
    assert.deepEqual(validateSchema(await introspect({ ...everything, [option]: false })), []);
  });
}

test('the shortest introspection answers a valid schema', async () => {
  const none = Object.fromEntries(Object.keys(everything).map((option) => [option, false]));
  assert.deepEqual(validateSchema(await introspect(none)), []);
});

/** Printed types in the order of their names: introspection lists types in any order. */
function sorted(schema) {
  return printSchema(schema).split(/\n\n(?=\S)/).sort().join('\n\n');
}
