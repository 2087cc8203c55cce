// GraphQL Yoga with its response cache: an answer belongs to the credential that it was fetched with. CACHE=off is for a router before it.
import { createServer } from 'node:http';
import { createInMemoryCache, useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createSchema, createYoga } from 'graphql-yoga';
import { keptFor, resolvers, room, typeDefs } from './upstream.mjs';

const authorization = (request) => request.headers.get('authorization');

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: resolvers() }),
  context: ({ request }) => ({ authorization: authorization(request) }),
  graphiql: false,
  logging: false,
  plugins: process.env.CACHE === 'off' ? [] : [useResponseCache({ session: authorization, ttl: keptFor * 1000, cache: createInMemoryCache({ max: room }) })],
});

createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
