import fastifyStatic from '@fastify/static';
import { type ErrorCode, requestError } from '@pasarela/schema/errors';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Answered, Received } from '../request-state';
import { addEvidenceRoutes, type ToldEvidence } from './evidence-routes';
import { addExportRoutes, type ExportRouteOptions } from './exports/export-routes';
import { addQuestionRoutes, type QuestionRouteOptions } from './questions/question-routes';
import { readRequest, receivedHeaders } from './read-request';
import { refuseBytes } from './refuse-bytes';
import { SECURITY_HEADERS, sendAnswer } from './send-answer';

/** What the HTTP step needs. */
export interface HttpOptions {
  readonly maxBodyBytes: number;
  readonly now: () => Date;
  /** The folder of the built console. */
  readonly consoleDirectory: string;
  readonly answer: (received: Received) => Promise<Answered>;
  readonly refuse: (received: Pick<Received, 'requestId' | 'language'>, error: unknown) => Answered;
  readonly ready: () => Promise<boolean>;
  readonly evidence: ToldEvidence;
  readonly questions: QuestionRouteOptions['questions'];
  readonly requireRequester: ExportRouteOptions['requireRequester'];
  readonly exports: ExportRouteOptions['exports'];
}

/** Everything local; GraphiQL's editor sets styles and runs its workers from blobs. */
const CONSOLE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Body limit, content type, request id, and one JSON answer for whatever happens. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: options.maxBodyBytes,
    requestTimeout: 20_000,
    connectionTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    clientErrorHandler: (error, socket) => refuseBytes(error, socket, options.refuse),
    frameworkErrors: (error, request, reply) => void refuse(request, reply as FastifyReply, codeOf(error), options),
  });
  // Before any route: a route made earlier would answer faults in the framework's own words.
  server.setNotFoundHandler((request, reply) => refuse(request, reply, 'NOT_FOUND', options));
  server.setErrorHandler((error: { statusCode?: number }, request, reply) =>
    refuse(request, reply, codeOf(error), options),
  );
  // INVARIANT: JSON only. A form or plain text, which a browser sends across origins unasked, is refused.
  server.removeContentTypeParser('text/plain');
  server.addHook('onSend', async (_, reply) => void reply.headers(SECURITY_HEADERS));
  server.post('/graphql', async (request, reply) => sendAnswer(reply, await answerOrRefuse(request, options)));
  server.get('/health/ready', async (_, reply) => sendHealth(reply, await options.ready()));
  server.get('/health/live', async (_, reply) => sendHealth(reply, true));
  addEvidenceRoutes(server, options.evidence, (request, reply) => refuse(request, reply, 'NOT_FOUND', options));
  addQuestionRoutes(server, options);
  addExportRoutes(server, options);
  server.get('/', async (_, reply) => reply.redirect('/graphiql/'));
  server.get('/graphiql', async (_, reply) => reply.redirect('/graphiql/'));
  await server.register(fastifyStatic, {
    root: options.consoleDirectory,
    prefix: '/graphiql/',
    redirect: true,
    setHeaders: (response) => void response.header('content-security-policy', CONSOLE_POLICY),
  });
  return server;
}

async function answerOrRefuse(request: FastifyRequest, options: HttpOptions): Promise<Answered> {
  try {
    return await options.answer(readRequest(request.headers, request.body, options.now()));
  } catch (error) {
    return options.refuse(receivedHeaders(request.headers), error);
  }
}

function codeOf({ statusCode }: { statusCode?: number }): ErrorCode {
  if (statusCode === 413) return 'BODY_TOO_LARGE';
  return statusCode !== undefined && statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL';
}

function refuse(request: FastifyRequest, reply: FastifyReply, code: ErrorCode, options: HttpOptions): FastifyReply {
  const received = receivedHeaders(request.headers);
  return sendAnswer(
    reply,
    options.refuse(received, requestError(code, { max: options.maxBodyBytes, requestId: received.requestId })),
  );
}

function sendHealth(reply: FastifyReply, ready: boolean): FastifyReply {
  return reply.code(ready ? 200 : 503).send({ ready });
}
