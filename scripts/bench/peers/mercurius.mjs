import { readFileSync } from 'node:fs';
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const { port, addresses, federation1 } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const app = Fastify();
app.register(mercuriusGateway, {
  gateway: {
    services: Object.entries(addresses).map(([name, url]) => ({
      name,
      url,
      schema: federation1[name],
      mandatory: true,
    })),
  },
});
await app.listen({ port, host: '127.0.0.1' });
