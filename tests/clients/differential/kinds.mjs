import { GraphQLDeferDirective, GraphQLStreamDirective, executeSync, getIntrospectionQuery, parse, printDirective } from 'graphql';
import { compareIntrospection, compareJudgements, compareResponses, compareSchemas } from './comparison.mjs';
import { diffCase, randomPair } from './changes.mjs';
import { randomDocument } from './documents.mjs';
import { Random } from './random.mjs';
import { Recording } from './recording.mjs';
import { judgeDocument, judgeSdl, judgeText, run } from './reference.mjs';
import { randomSdl } from './schemas.mjs';
import { spoilt } from './spoiling.mjs';
import { randomText } from './language.mjs';
import { workshop } from './workshop.mjs';

const introspection = getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});

const introspectionDocument = parse(introspection);

const documentsPerSchema = 12;

/** With these a response may come in parts. */
const partsSdl = [GraphQLDeferDirective, GraphQLStreamDirective].map(printDirective).join('\n');

/**
 * The kinds of random cases. Each makes a case from a source of random numbers: what is asked of the judge, and how its answer compares. A
 * comparison answers disagreements, each with the text that it is about, and counts what it compared.
 */
export const kinds = {
  language: async (random) => textCase(randomText(random)),
  schemas: (random) => schemaCase(random, randomSdl(random)),
  'spoilt schemas': async (random) => sdlCase(spoilt(random, randomSdl(random))),
  workshop: (random) => documentsCase(random, workshop.reference, { kind: 'workshop', sdl: workshop.sdl }, workshop.resolvers),
  changes: async (random) => diffCase(randomPair(random)),
  parts: (random) => schemaCase(random, `${randomSdl(random)}\n${partsSdl}`),
};

/** A text, parsed and printed. */
export function textCase({ goal, text }) {
  return {
    question: { kind: 'text', goal, text },
    compare: (answer, count) => {
      count(`${goal}s parsed`);
      return compareJudgements(answer, judgeText({ goal, text })).map((found) => ({ ...found, text }));
    },
  };
}

/** Type system definitions alone. */
export function sdlCase(sdl, reference = judgeSdl(sdl)) {
  return {
    question: { kind: 'sdl', sdl, introspection, documents: [] },
    compare: (answer, count) => {
      if (reference.failure) {
        count('schemas that graphql-js fails on');
        return [];
      }
      count(reference.schema ? 'valid schemas' : 'invalid schemas');
      return compareSchema(answer, reference, count).map((found) => ({ ...found, text: sdl }));
    },
  };
}

function schemaCase(random, sdl) {
  const reference = judgeSdl(sdl);
  return reference.schema ? documentsCase(random, reference, { kind: 'sdl', sdl }) : sdlCase(sdl, reference);
}

/** Documents against one schema: valid ones with variables and data, and such as are not. */
async function documentsCase(random, reference, about, resolvers = recorded) {
  const documents = [];
  for (let i = 0; i < documentsPerSchema; i++) documents.push(await documentCase(random, reference.schema, resolvers));
  return documentsJudged(about, reference, documents);
}

/** The case of documents that the reference has judged. */
export function documentsJudged(about, reference, documents) {
  return {
    question: { ...about, introspection, documents: documents.map(({ text, runs }) => ({ text, runs: runs.map(({ request }) => request) })) },
    compare: (answer, count) => {
      const found = compareSchema(answer, reference, count).map((one) => ({ ...one, text: about.sdl }));
      if (answer.documents === undefined) return found;
      return [...found, ...documents.flatMap((document, index) => compareDocument(answer.documents[index], document, count)
        .map((one) => ({ ...one, text: document.text, sdl: about.sdl })))];
    },
  };
}

async function documentCase(random, schema, resolvers) {
  const spoils = random.chance(0.3);
  const made = randomDocument(random, schema, !spoils && random.chance(0.3) ? 0.05 : 0);
  const text = spoils ? spoilt(random, made.text) : made.text;
  const reference = judgeDocument(schema, text);
  const runs = reference.document ? await runsOf(random, schema, reference.document, made, resolvers) : [];
  return { text, reference, runs };
}

async function runsOf(random, schema, document, { operationName, variables }, resolvers) {
  const runs = [];
  for (let i = 0; i < 2; i++) {
    const request = { operationName, variables: variables() };
    const { answer, events, data } = resolvers(random, schema);
    const response = await run(schema, document, request, { answer, events });
    runs.push({ request: { ...request, data: data() }, response });
  }
  return runs;
}

/** Resolvers that make values up; the judge gets what they answered. */
function recorded(random, schema) {
  const mood = random.pick([{}, {}, { wrong: 0.02 }, { failing: 0.03 }, { wrong: 0.05, failing: 0.05 }]);
  const recording = new Recording(random, schema, { wrong: 0, failing: 0, nulls: 0.08, ...mood });
  return {
    answer: (parent, field, given) => recording.answer(parent, field, given),
    events: (field) => recording.events(field),
    data: () => recording.root,
  };
}

function compareSchema(answer, reference, count) {
  const found = compareSchemas(answer, reference);
  if (found.length > 0 || !reference.schema) return found;
  count('introspection results');
  const { data } = executeSync({ schema: reference.schema, document: introspectionDocument });
  return compareIntrospection(answer.introspection, JSON.parse(JSON.stringify({ data })));
}

function compareDocument(answer, { reference, runs }, count) {
  count(reference.document ? 'valid documents' : reference.printed === undefined ? 'documents that do not parse' : 'invalid documents');
  const found = compareJudgements(answer, reference);
  if (found.length > 0 || !reference.document) return found;
  return runs.flatMap(({ request, response }, index) => {
    count(Array.isArray(response) ? 'subscriptions' : response.parts ? 'responses in parts' : response.data === undefined ? 'refused variables' : 'executed operations');
    return compareResponses(answer.results[index], response).map((one) => ({ ...one, request }));
  });
}

export const caseOf = (kind, seed, index) => kinds[kind](new Random(seed, Object.keys(kinds).indexOf(kind), index));
