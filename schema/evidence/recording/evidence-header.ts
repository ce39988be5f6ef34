/** With which a subgraph tells the gateway the leaf of its own log under which its answer stands. */
export const EVIDENCE_HEADER = 'x-pasarela-evidence';

/** A leaf of an owner's log, as its subgraph names it. */
export interface OwnersLeaf {
  readonly log: string;
  readonly index: number;
  readonly leafHash: string;
}

const FORM = /^([\w-]{1,100}):(\d{1,15}):([\w-]{43})$/;

/** The text of the header: the log's name, the leaf's number and its hash, between colons. */
export const evidenceHeader = ({ log, index, leafHash }: OwnersLeaf): string => `${log}:${index}:${leafHash}`;

/** Reads the header; undefined for anything that is none. */
export function readEvidenceHeader(text: unknown): OwnersLeaf | undefined {
  const [, log, index, leafHash] = (typeof text === 'string' && FORM.exec(text)) || [];
  return log && index && leafHash ? { log, index: Number(index), leafHash } : undefined;
}
