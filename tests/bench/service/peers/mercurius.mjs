// mercurius with compiled queries (jit) and its loaders.
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { byId, comments, newest } from './reads.mjs';

const app = fastify();
app.register(mercurius, {
  schema: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
  jit: 1,
  resolvers: {
    Query: {
      assessments: async (_, { first, where }) => ({ nodes: await newest(where.country.in, first) }),
      node: (_, { id }) => byId(id),
    },
    Node: { resolveType: () => 'Assessment' },
  },
  loaders: {
    Assessment: {
      comments: {
        loader: (queries) => comments(queries.map(({ obj }) => obj), queries[0].params.first),
        opts: { cache: false },
      },
    },
  },
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`ready http://127.0.0.1:${app.server.address().port}/graphql`);
