import type { AddressInfo } from 'node:net';
import { NOT_IN_FORCE_HEADER } from '@pasarela/schema/enforcement-point/fetch-bundle';
import { requestError } from '@pasarela/schema/errors';
import { type PointKeys, verifyPointToken } from '@pasarela/schema/identity/point-token';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { EnforcementPoints } from './enforcement-points';

/** A bundle as it is sent, and what names it. */
export interface SentBundle {
  readonly etag: string;
  readonly text: string;
}

/** Where the bundle in force is had from. */
export interface BundleFeed {
  current(): SentBundle;
  /** Settles at the next bundle. */
  next(): Promise<void>;
}

/** What rule bundles are served with. */
export interface DistributionOptions {
  readonly feed: BundleFeed;
  readonly points: EnforcementPoints;
  readonly pointKeys: PointKeys;
  readonly now: () => Date;
  readonly port?: number;
}

const HOST = '127.0.0.1';
/** A point that asks with `Prefer: wait=N` waits at most so many seconds for something newer. */
const MAX_WAIT_SECONDS = 25;

/**
 * Serves rule bundles to enforcement points: `GET /rules` with a point's token. `If-None-Match` says which
 * bundle the point has in force, and `Prefer: wait=N` that it waits for the next one. Bundles are signed by
 * their owners: this server can hold one back, and change nothing in it.
 */
export async function serveBundles(options: DistributionOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server = Fastify({ bodyLimit: 1024, forceCloseConnections: true });
  server.get('/rules', (request, reply) => answer(request, reply, options));
  await server.listen({ host: HOST, port: options.port ?? 0 });
  const { port } = server.server.address() as AddressInfo;
  return { url: `http://${HOST}:${port}/rules`, close: () => server.close() };
}

async function answer(request: FastifyRequest, reply: FastifyReply, options: DistributionOptions) {
  const point = await pointOf(request, options);
  if (point === undefined) return reply.code(401).send({ error: requestError('UNKNOWN_POINT').message });
  const holds = heldBy(request);
  options.points.saw(point, holds, notInForceAt(request));
  if (holds === options.feed.current().etag) await nextBundle(point, request, options);
  const { etag, text } = options.feed.current();
  reply.header('etag', `"${etag}"`).header('cache-control', 'no-store');
  if (etag === holds) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(text);
}

async function pointOf({ headers }: FastifyRequest, { pointKeys, now }: DistributionOptions) {
  try {
    return await verifyPointToken(headers.authorization?.replace(/^Bearer /, '') ?? '', pointKeys, now());
  } catch {
    return undefined;
  }
}

const heldBy = ({ headers }: FastifyRequest): string =>
  /^"([0-9a-f]{32})"$/.exec(headers['if-none-match'] ?? '')?.[1] ?? '';

const notInForceAt = ({ headers }: FastifyRequest): string[] =>
  String(headers[NOT_IN_FORCE_HEADER] ?? '')
    .split(',')
    .filter((owner) => /^[A-Z]{3,12}$/.test(owner));

async function nextBundle(
  point: string,
  request: FastifyRequest,
  { feed, points }: DistributionOptions,
): Promise<void> {
  const seconds = Number(/^wait=(\d{1,3})$/.exec(String(request.headers.prefer ?? ''))?.[1] ?? 0);
  if (seconds === 0) return;
  const endWait = points.waits(point);
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(seconds, MAX_WAIT_SECONDS) * 1000);
    request.raw.once('close', resolve);
  });
  await Promise.race([feed.next(), waited]);
  clearTimeout(timer);
  endWait();
}
