// Apollo Server with its response cache: an answer belongs to the credential that it was fetched with.
import { ApolloServer } from '@apollo/server';
import responseCache from '@apollo/server-plugin-response-cache';
import { startStandaloneServer } from '@apollo/server/standalone';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { keptFor, resolvers, room, typeDefs } from './upstream.mjs';

const server = new ApolloServer({
  typeDefs,
  resolvers: resolvers((info) => info.cacheControl.setCacheHint({ maxAge: keptFor, scope: 'PRIVATE' })),
  cache: new InMemoryLRUCache({ max: room, maxSize: Number.MAX_SAFE_INTEGER }),
  plugins: [responseCache({ sessionId: async ({ contextValue }) => contextValue.authorization })],
});

await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.env.PORT) },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
