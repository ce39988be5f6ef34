import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Agent, fetch } from 'undici';

const { port, supergraph, variant } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const dispatcher = new Agent();
const fetcher = (url, options) => fetch(url, { ...options, dispatcher });

const gateway = new ApolloGateway({
  supergraphSdl: supergraph,
  ...(variant === 'undici' && { buildService: ({ url }) => new RemoteGraphQLDataSource({ url, fetcher }) }),
});
const server = new ApolloServer({ gateway, introspection: false, csrfPrevention: true });
await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
