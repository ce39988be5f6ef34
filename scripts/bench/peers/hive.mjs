import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const { port, supergraph, variant } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const gateway = createGatewayRuntime({
  supergraph,
  logging: 'error',
  graphiql: false,
  landingPage: false,
  inboundInflightRequestDeduplication: false,
  // Identical fetches in flight would be shared between requests.
  transportEntries: { '*': { options: { deduplicateInflightRequests: false } } },
  ...(variant === 'router-runtime' && { unifiedGraphHandler }),
});
createServer(gateway).listen(port, '127.0.0.1');
