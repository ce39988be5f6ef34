import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { BareGateway } from './bare-gateway';

const { addresses, port } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as {
  readonly addresses: Readonly<Record<string, string>>;
  readonly port: number;
};
const gateway = new BareGateway(addresses);

/** Our planner and executor behind nothing but Node's own server. */
createServer((request, response) => {
  bodyOf(request)
    .then((body) => gateway.answer(body))
    .then(
      (reply) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': reply.length }).end(reply);
      },
      (error: Error) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
    );
}).listen(port, '127.0.0.1');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
