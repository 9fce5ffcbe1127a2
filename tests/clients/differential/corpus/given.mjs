import { told } from '../recording.mjs';
import { judgeDocument, run } from '../reference.mjs';

/** A document, run on given data. */
export async function documentOf(schema, text, requests = [{}]) {
  const reference = judgeDocument(schema, text);
  const runs = [];
  for (const request of reference.document ? requests : []) {
    const { answer, events } = given(request.data ?? {});
    runs.push({ request, response: await run(schema, reference.document, request, { answer, events }) });
  }
  return { text, reference, runs };
}

/** Resolvers that read given data. */
function given(data) {
  return {
    answer: (parent, field, args) => told((parent ?? data)?.[field.name], args),
    events: async function* events(field) {
      for (const event of data[field.name].$events) yield { [field.name]: told(event) };
    },
  };
}
