import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildClientSchema, buildSchema, getIntrospectionQuery, introspectionFromSchema, isIntrospectionType,
  isSpecifiedDirective, isSpecifiedScalarType, printSchema, validateSchema,
} from 'graphql';
import { ask, servedSchema } from './session.mjs';

const everything = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

async function introspection(options) {
  const { data, errors } = await ask(getIntrospectionQuery(options));
  assert.equal(errors, undefined);
  return data;
}

const introspect = async (options) => buildClientSchema(await introspection(options));

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

test('introspection answers what graphql-js answers of the served schema', async () => {
  const released = { ...everything, experimentalDirectiveDeprecation: false };
  const reference = introspectionFromSchema(buildSchema(await servedSchema()), released);
  assert.deepEqual(byName(await introspection(everything)), byName(JSON.parse(JSON.stringify(reference))));
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

/**
 * What a schema adds to the specification, whose own types and directives each describes in other words. Types, possible
 * types and directives come in any order; fields, arguments and values in that of the schema.
 */
function byName({ __schema: { types, directives, ...schema } }) {
  const inOrder = (named) => named?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? null;
  const own = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return {
    ...schema,
    types: inOrder(own.map((type) => ({ ...type, possibleTypes: inOrder(type.possibleTypes) }))),
    directives: inOrder(directives.filter((directive) => !isSpecifiedDirective(directive))),
  };
}
