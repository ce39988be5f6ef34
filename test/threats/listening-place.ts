import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type LookupFunction, type Socket } from 'node:net';

/** Something that listens where nobody should call, and counts who does. */
export interface ListeningPlace {
  readonly port: number;
  /** Connections so far, whether they came to say anything or not. */
  readonly calls: () => number;
  close(): Promise<void>;
}

/** Listens on an address of this machine, as a service inside a network would; it never answers. */
export async function listenInside(host = '127.0.0.1', port = 0): Promise<ListeningPlace> {
  let calls = 0;
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    calls++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.destroy();
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    calls: () => calls,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A partner that answers everything with a redirection to another address. */
export async function listenAndRedirect(to: string): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer((_, response) => response.writeHead(307, { location: to }).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A name service that gives out these addresses, one at each question, the last one from then on. */
export function resolvingTo(...addresses: readonly string[]): LookupFunction {
  let asked = 0;
  return (_, options, callback) => {
    const address = addresses[Math.min(asked++, addresses.length - 1)] as string;
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
}
