import { z } from 'zod';

/** With which a subgraph tells the gateway the leaf of its own log under which its answer stands. */
export const EVIDENCE_HEADER = 'x-pasarela-evidence';

const header = z.strictObject({
  log: z.string().regex(/^[\w-]{1,100}$/),
  index: z.int().min(0),
  leafHash: z.string().regex(/^[\w-]{43}$/),
});

/** A leaf of an owner's log, as its subgraph names it. */
export type OwnersLeaf = z.infer<typeof header>;

/** The text of the header. */
export const evidenceHeader = ({ log, index, leafHash }: OwnersLeaf): string =>
  JSON.stringify({ log, index, leafHash });

/** Reads the header; undefined for anything that is none. */
export function readEvidenceHeader(text: unknown): OwnersLeaf | undefined {
  if (typeof text !== 'string' || text.length > 500) return undefined;
  try {
    return header.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
