// graphql-yoga with a DataLoader for each request.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { byId, comments, newest } from './reads.mjs';

const yoga = createYoga({
  schema: createSchema({
    typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
    resolvers: {
      Query: {
        assessments: async (_, { first, where }) => ({ nodes: await newest(where.country.in, first) }),
        node: (_, { id }) => byId(id),
      },
      Node: { __resolveType: () => 'Assessment' },
      Assessment: { comments: (assessment, { first }, { loaderOf }) => loaderOf(first).load(assessment) },
    },
  }),
  context: () => {
    const loaders = new Map();
    return {
      loaderOf(first) {
        if (!loaders.has(first)) loaders.set(first, new DataLoader((assessments) => comments(assessments, first)));
        return loaders.get(first);
      },
    };
  },
  graphiql: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
