import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { leafHash } from '@pasarela/schema/evidence/merkle/hashing';
import { linesOf } from './recorded-leaves';
import type { AcknowledgedRevision } from './reviser';

interface MutationLeaf {
  readonly kind: string;
  readonly requestId: string;
  readonly outcome?: string;
  readonly intent?: { readonly index: number; readonly leafHash: string };
}

/** A log's leaves about mutations, by the files alone. */
export class MutationLeaves {
  private readonly lines: readonly string[];
  private readonly leaves: readonly MutationLeaf[];

  constructor(dataDirectory: string, log: string) {
    this.lines = linesOf(dataDirectory, log);
    this.leaves = this.lines.map((line) => JSON.parse(line) as MutationLeaf);
  }

  /** The request of an outcome that says that all was done, and that points to its own intent, before it. */
  requestDone({ index, leafHash: hash }: Pick<AcknowledgedRevision, 'index' | 'leafHash'>): string | undefined {
    const { intent, kind, outcome, requestId } = this.leaves[index] ?? {};
    const isDone = this.isAt(index, hash) && kind === 'MUTATION_OUTCOME' && outcome === 'DONE';
    if (!isDone || !intent || !this.isAt(intent.index, intent.leafHash) || intent.index >= index) return undefined;
    const intended = this.leaves[intent.index];
    return intended?.kind === 'MUTATION_INTENT' && intended.requestId === requestId ? requestId : undefined;
  }

  /** The leaf of a request's outcome. */
  outcomeOf(requestId: string | undefined): Pick<AcknowledgedRevision, 'index' | 'leafHash'> {
    const index = this.leaves.findIndex((leaf) => leaf.kind === 'MUTATION_OUTCOME' && leaf.requestId === requestId);
    return { index, leafHash: leafHash(Buffer.from(this.lines[index] ?? '')).toString('base64url') };
  }

  /** The requests of intents without outcome: of them nobody knows whether they were done. */
  get open(): string[] {
    const closed = new Set(this.leaves.map(({ intent }) => intent?.index));
    return this.leaves.flatMap(({ kind, requestId }, index) =>
      kind === 'MUTATION_INTENT' && !closed.has(index) ? [requestId] : [],
    );
  }

  private isAt(index: number, hash: string): boolean {
    return leafHash(Buffer.from(this.lines[index] ?? '')).toString('base64url') === hash;
  }
}

/** The acknowledged revisions without intent and outcome, in the gateway's log or in the owner's. */
export function unrecordedRevisions(
  dataDirectory: string,
  owner: string,
  acknowledged: readonly AcknowledgedRevision[],
): AcknowledgedRevision[] {
  const [gateway, owners] = [new MutationLeaves(dataDirectory, GATEWAY_NAME), new MutationLeaves(dataDirectory, owner)];
  return acknowledged.filter((revision) => {
    const requestId = gateway.requestDone(revision);
    return requestId === undefined || owners.requestDone(owners.outcomeOf(requestId)) !== requestId;
  });
}
