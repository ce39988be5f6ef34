import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { requestError } from '@pasarela/schema/errors';
import type { Answered } from '../request-state';
import { receivedHeaders } from './read-request';

/** The status of what the parser could not read; anything else is a bad request. */
const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Turns a fault into an answer, as the step `respond` does. */
type Refuse = (received: ReturnType<typeof receivedHeaders>, error: unknown) => Answered;

/**
 * Refuses bytes that are no HTTP request, in the catalogue's words and without an echo of them, and closes the
 * connection: the framework's own words would tell which one it is.
 */
export function refuseBytes(error: Error & { code?: string }, socket: Socket, refuse: Refuse): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(responseOf(error, refuse));
  socket.destroy(error);
}

function responseOf({ code = '' }: { code?: string }, refuse: Refuse): string {
  const status = STATUS_OF[code] ?? 400;
  const received = receivedHeaders({});
  const { body } = refuse(received, requestError('BAD_REQUEST'));
  const text = JSON.stringify(body);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
    '',
    text,
  ].join('\r\n');
}
