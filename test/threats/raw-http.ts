import { connect } from 'node:net';

/** A connection on which nothing happens for so long is given up: the server does not close it. */
const IDLE_MS = 5000;

/** Sends bytes to a server as they stand and gives back all that comes until the connection closes. */
export function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    // A server that refuses may close before all was sent.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(received).toString('utf8')));
  });
}
