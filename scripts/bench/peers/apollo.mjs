import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Agent, request } from 'undici';

const { port, supergraph, variant } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const dispatcher = new Agent();

/** What the gateway reads of a response, over undici's own client rather than its `fetch`, which costs much more. */
async function fetcher(url, { method, headers, body }) {
  const reply = await request(url, { method, headers, body, dispatcher });
  return {
    status: reply.statusCode,
    ok: reply.statusCode >= 200 && reply.statusCode < 300,
    headers: { get: (name) => reply.headers[name.toLowerCase()] ?? null },
    json: () => reply.body.json(),
    text: () => reply.body.text(),
  };
}

const gateway = new ApolloGateway({
  supergraphSdl: supergraph,
  ...(variant === 'undici' && { buildService: ({ url }) => new RemoteGraphQLDataSource({ url, fetcher }) }),
});
const server = new ApolloServer({ gateway, introspection: false, csrfPrevention: true });
await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
