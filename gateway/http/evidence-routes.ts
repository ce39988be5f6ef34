import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** What of the gateway's log of evidence is told over HTTP: what it signed, and proofs for whoever holds a receipt. */
export type ToldEvidence = Pick<EvidenceRecorder, 'checkpoint' | 'provenReceiptOf' | 'consistencyProof'>;

/** Answers that there is nothing here. */
type NotFound = (request: FastifyRequest, reply: FastifyReply) => unknown;

const size = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const proofQuery = z.object({ index: size, leafHash: z.string().regex(/^[\w-]{43}$/) });
const consistencyQuery = z.object({ from: size, to: size });

/**
 * `GET /evidence/checkpoint`: the newest signed checkpoint, a text. `GET /evidence/proof?index=&leafHash=`: the receipt
 * of a leaf as it is now, with its proof, for whoever knows its hash. `GET /evidence/consistency?from=&to=`: what shows
 * that one tree is the beginning of another. Whatever is not so is nowhere: 404, without a cause.
 */
export function addEvidenceRoutes(server: FastifyInstance, evidence: ToldEvidence, notFound: NotFound): void {
  server.get('/evidence/checkpoint', async (request, reply) => {
    const { checkpoint } = evidence;
    return checkpoint === undefined
      ? notFound(request, reply)
      : reply.type('text/plain; charset=utf-8').send(checkpoint);
  });
  server.get('/evidence/proof', async (request, reply) => {
    const query = proofQuery.safeParse(request.query);
    const receipt = query.success ? await evidence.provenReceiptOf(query.data) : undefined;
    return receipt ? reply.send(receipt) : notFound(request, reply);
  });
  server.get('/evidence/consistency', async (request, reply) => {
    const query = consistencyQuery.safeParse(request.query);
    const proof = query.success ? await evidence.consistencyProof(query.data.from, query.data.to) : undefined;
    return proof ? reply.send({ ...query.data, proof }) : notFound(request, reply);
  });
}
