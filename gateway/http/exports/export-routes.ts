import { Readable } from 'node:stream';
import { requestError } from '@pasarela/schema/errors';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExportJob } from '../../exports/export-job';
import type { Exports } from '../../exports/exports';
import type { Answered, Received } from '../../request-state';
import { receivedOfGet } from '../questions/asked-question';
import { sendAnswer } from '../send-answer';
import { askedExport, receivedAtExports } from './asked-export';
import { csvOf, ndjsonOf, progressOf } from './write-export';

/** What the exports are served with. */
export interface ExportRouteOptions {
  readonly exports: Exports;
  readonly questions: ReadonlyMap<string, NumberedQuestion>;
  readonly now: () => Date;
  readonly requireRequester: (received: Received) => Promise<Requester>;
  readonly refuse: (received: Pick<Received, 'requestId' | 'language'>, error: unknown) => Answered;
}

type Handle = (asked: Asked, options: ExportRouteOptions) => Promise<FastifyReply>;

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly received: Received;
  readonly requester: Requester;
}

/**
 * `POST /exports` begins an export, `GET /exports/:id` says how far it is, `GET /exports/:id/data` gives it once it
 * is done (`?format=csv`), `DELETE /exports/:id` ends it.
 *
 * INVARIANT: only whoever asked for an export, by the same key if theirs is bound to one, is told that it exists.
 */
export function addExportRoutes(server: FastifyInstance, options: ExportRouteOptions): void {
  const known = (handle: Handle) => async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const received = receivedAtExports(request, options.now());
      const requester = await options.requireRequester(received);
      return await handle({ request, reply, received, requester }, options);
    } catch (error) {
      return sendAnswer(reply, options.refuse(receivedOfGet(request), error));
    }
  };
  const route = { exposeHeadRoute: false };
  server.post('/exports', known(begin));
  server.get('/exports/:id', route, known(tell));
  server.get('/exports/:id/data', route, known(give));
  server.delete('/exports/:id', known(end));
}

async function begin({ request, reply, received, requester }: Asked, { exports, questions }: ExportRouteOptions) {
  const begun = await exports.begin({ requester, ...askedExport(request, received, questions) });
  if (!(begun instanceof ExportJob)) return sendAnswer(reply, begun);
  reply.header('location', `/exports/${begun.options.id}`);
  return sendAnswer(reply, { status: 202, body: progressOf(begun) });
}

async function tell(asked: Asked, options: ExportRouteOptions) {
  return sendAnswer(asked.reply, { status: 200, body: progressOf(await jobOf(asked, options)) });
}

async function give(asked: Asked, options: ExportRouteOptions) {
  const { request, reply, received } = asked;
  const format = z.strictObject({ format: z.enum(['csv', 'ndjson']).default('ndjson') }).safeParse(request.query);
  if (!format.success) throw requestError('BAD_INPUT', { what: 'format=csv or format=ndjson' });
  const job = await jobOf(asked, options);
  const refused = await options.exports.requireInForce(job, received);
  if (refused) return sendAnswer(reply, refused);
  if (format.data.format === 'csv') return reply.type('text/csv; charset=utf-8; header=present').send(await csvOf(job));
  return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(ndjsonOf(job)));
}

async function end(asked: Asked, options: ExportRouteOptions) {
  await options.exports.delete(await jobOf(asked, options));
  return asked.reply.code(204).send();
}

const jobOf = ({ request, requester }: Asked, { exports }: ExportRouteOptions): Promise<ExportJob> =>
  exports.of(requester, (request.params as { readonly id: string }).id);
