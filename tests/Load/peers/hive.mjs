// Hive Gateway with its response cache, before a GraphQL server that has the resolvers (at GRAPHQL_URL): a router has none of its own.
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import InMemoryLRUCache from '@graphql-mesh/cache-inmemory-lru';
import { keptFor, room, typeDefs } from './upstream.mjs';

const gateway = createGatewayRuntime({
  proxy: { endpoint: `${process.env.GRAPHQL_URL}/graphql` },
  schema: typeDefs,
  propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }) },
  cache: new InMemoryLRUCache({ max: room }),
  responseCaching: { session: (request) => request.headers.get('authorization'), ttl: keptFor * 1000 },
  logging: false,
  graphiql: false,
  landingPage: false,
});

createServer(gateway).listen(Number(process.env.PORT), '127.0.0.1');
