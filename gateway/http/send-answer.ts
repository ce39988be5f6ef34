import type { FastifyReply } from 'fastify';
import type { Answered } from '../request-state';

/** On every reply, whatever it is. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
};

/** Sends an answer or a refusal as JSON. */
export function sendAnswer(reply: FastifyReply, { status, body, bytes, challenge }: Answered): FastifyReply {
  // Here too: what the framework refuses by itself passes no hook.
  reply.headers(SECURITY_HEADERS);
  if (challenge !== undefined) reply.header('www-authenticate', challenge);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(bytes ?? JSON.stringify(body));
}
