import type { AddressInfo } from 'node:net';
import { requestError } from '@pasarela/schema/errors';
import { EVIDENCE_HEADER, evidenceHeader } from '@pasarela/schema/evidence/recording/evidence-header';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { faultDetails } from './fault-details';
import { RuleEngines } from './rule-engines';
import { refusal, type SubgraphAnswer, SubgraphHandler, type SubgraphOptions } from './subgraph-handler';
import { WithheldReportHandler } from './withheld-report-handler';

/** A subgraph that answers. */
export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Where a subgraph listens. */
export interface ListenOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly maxBodyBytes?: number;
}

const MAX_BODY_BYTES = 1_000_000;
const HOST = '127.0.0.1';
/** The answer to bytes that are no HTTP request; the gateway never sends such. */
const BAD_BYTES = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Starts a subgraph: verify, decide again, mask at the source, answer. */
export async function startSubgraph(options: SubgraphOptions & ListenOptions): Promise<RunningSubgraph> {
  const engines = new RuleEngines(options.definition, (error) => options.log.warn(faultDetails(error), 'fault'));
  await engines.for(options.rules.current());
  const server = Fastify({
    bodyLimit: options.maxBodyBytes ?? MAX_BODY_BYTES,
    requestTimeout: 15_000,
    forceCloseConnections: true,
    // In our own words: the framework's would tell which one it is.
    frameworkErrors: (_error, _request, reply) => send(reply as FastifyReply, refusal(requestError('BAD_REQUEST'))),
    clientErrorHandler: (_error, socket) => void socket.end(BAD_BYTES),
  });
  answerRequests(server, new SubgraphHandler(options, engines), new WithheldReportHandler(options));
  await server.listen({ host: HOST, port: options.port });
  const { port } = server.server.address() as AddressInfo;
  return {
    name: options.definition.name,
    url: `http://${HOST}:${port}/graphql`,
    close: () => server.close(),
  };
}

function answerRequests(server: FastifyInstance, handler: SubgraphHandler, reports: WithheldReportHandler): void {
  // The signature covers exact bytes, so the body stays what arrived until it is verified.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  server.get('/health/ready', async (_, reply) =>
    reply.code((await handler.ready()) ? 200 : 503).send({ ready: await handler.ready() }),
  );
  const answerBy =
    (answering: Pick<SubgraphHandler, 'answer'>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      send(reply, await answering.answer(request.headers, body));
      return reply;
    };
  server.post('/graphql', answerBy(handler));
  server.post('/withheld', answerBy(reports));
  server.setNotFoundHandler((_, reply) => send(reply, refusal(requestError('NOT_FOUND'))));
  server.setErrorHandler((error: { statusCode?: number }, _, reply) =>
    send(
      reply,
      refusal(
        error.statusCode === 413
          ? requestError('BODY_TOO_LARGE', { max: MAX_BODY_BYTES })
          : requestError('BAD_REQUEST'),
      ),
    ),
  );
}

function send(reply: FastifyReply, { status, text, leaf }: SubgraphAnswer): void {
  if (leaf) reply.header(EVIDENCE_HEADER, evidenceHeader(leaf));
  reply.code(status).header('content-type', 'application/json; charset=utf-8').send(text);
}
