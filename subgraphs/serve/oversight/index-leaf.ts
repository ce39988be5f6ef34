import type { OwnerLeaf, ReportLeaf, retentionLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { ReadLeaf } from '@pasarela/schema/evidence/log/evidence-log';
import type { z } from 'zod';
import type { AnsweredField, DisclosureRow } from './index-models';

type Leaf = (
  | OwnerLeaf
  | ReportLeaf
  | z.infer<typeof retentionLeaf>
  | { readonly kind: 'MUTATION_INTENT' | 'MUTATION_OUTCOME' }
) & {
  readonly sequence: number;
};

type RecordedAnswer = Omit<OwnerLeaf, 'kind' | 'operation' | 'answerDigest'>;

const NOTHING_LEFT = { agreements: [], rules: [], disclosed: [], lowered: [], records: [], counts: {} };

/** What the index takes from one leaf. */
export interface IndexedLeaf {
  readonly index: number;
  readonly leafHash: string;
  /** The answer that it records, if it does. */
  readonly disclosure: DisclosureRow | undefined;
  /** From which leaf on leaves are kept, where it says so. */
  readonly firstKept: number | undefined;
}

/** Reads a leaf that the log has verified by its hash. */
export function indexLeaf({ index, leafHash, text }: ReadLeaf): IndexedLeaf {
  const leaf = JSON.parse(text) as Leaf;
  return {
    index,
    leafHash,
    disclosure: rowIn(index, leafHash, leaf),
    firstKept: leaf.kind === 'RETENTION' ? leaf.firstKept : undefined,
  };
}

/** What a gateway reported as withheld is a row of which nothing left. */
function rowIn(index: number, hash: string, leaf: Leaf): DisclosureRow | undefined {
  if (leaf.kind === 'OWNER_DISCLOSURE') return rowOf(index, hash, leaf);
  return leaf.kind === 'WITHHELD_REPORT' ? rowOf(index, hash, { ...NOTHING_LEFT, ...leaf }) : undefined;
}

function rowOf(index: number, hash: string, leaf: RecordedAnswer): DisclosureRow {
  const { party, agency, id, roles } = leaf.requester;
  return {
    _id: index,
    leafHash: hash,
    time: leaf.time,
    requestId: leaf.requestId,
    party,
    agency,
    requester: id,
    roles,
    purpose: leaf.purpose,
    caseReference: leaf.caseReference,
    ruleSetVersion: leaf.ruleSetVersion,
    agreements: leaf.agreements,
    rules: leaf.rules,
    fields: fieldsOf(leaf),
    shown: [...leaf.disclosed, ...leaf.lowered.map(({ coordinate }) => coordinate)],
    records: leaf.records,
  };
}

function fieldsOf({ disclosed, lowered, withheld, counts }: RecordedAnswer): AnsweredField[] {
  const values = (coordinate: string) => counts[coordinate] ?? 0;
  return [
    ...disclosed.map((coordinate) => ({
      coordinate,
      outcome: 'SHOWN' as const,
      level: null,
      rule: null,
      values: values(coordinate),
    })),
    ...lowered.map(({ coordinate, level, rule }) => ({
      coordinate,
      outcome: 'LOWERED' as const,
      level,
      rule,
      values: values(coordinate),
    })),
    ...withheld.map(({ coordinate, rule }) => ({
      coordinate,
      outcome: 'WITHHELD' as const,
      level: null,
      rule,
      values: 0,
    })),
  ];
}
