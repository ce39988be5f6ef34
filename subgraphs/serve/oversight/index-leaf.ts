import type { LeafContent, OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { CommittedLeaf, ReadLeaf } from '@pasarela/schema/evidence/log/evidence-log';
import { formOf } from './answer-form';
import type { AnswerForm, DisclosureRow } from './index-models';

type RecordedAnswer = Omit<OwnerLeaf, 'kind' | 'operation' | 'answerDigest'>;

const NOTHING_LEFT = { agreements: [], rules: [], disclosed: [], lowered: [], records: [], counts: {} };

/** An answer that left, and its form. */
export interface IndexedDisclosure {
  readonly row: DisclosureRow;
  readonly form: AnswerForm;
}

/** What the index takes from one leaf. */
export interface IndexedLeaf {
  readonly index: number;
  readonly leafHash: string;
  /** The answer that it records, if it does. */
  readonly disclosure: IndexedDisclosure | undefined;
  /** From which leaf on leaves are kept, where it says so. */
  readonly firstKept: number | undefined;
}

/** What a leaf says that the log has verified by its hash. */
export const contentOf = ({ index, leafHash, text }: ReadLeaf): CommittedLeaf => ({
  index,
  leafHash,
  content: JSON.parse(text),
});

/** Takes from a leaf what the index keeps of it. */
export function indexLeaf({ index, leafHash, content }: CommittedLeaf): IndexedLeaf {
  return {
    index,
    leafHash,
    disclosure: disclosureIn(index, leafHash, content),
    firstKept: content.kind === 'RETENTION' ? content.firstKept : undefined,
  };
}

/** What a gateway reported as withheld is an answer of which nothing left. */
function disclosureIn(index: number, hash: string, leaf: LeafContent): IndexedDisclosure | undefined {
  if (leaf.kind === 'OWNER_DISCLOSURE') return disclosureOf(index, hash, leaf);
  return leaf.kind === 'WITHHELD_REPORT' ? disclosureOf(index, hash, { ...NOTHING_LEFT, ...leaf }) : undefined;
}

function disclosureOf(index: number, leafHash: string, leaf: RecordedAnswer): IndexedDisclosure {
  const { time, requestId, requester, purpose, caseReference, ruleSetVersion, counts, records } = leaf;
  const { party, agency, id, roles } = requester;
  const form = formOf(leaf);
  const values = form.fields.map(({ coordinate, outcome }) => (outcome === 'WITHHELD' ? 0 : (counts[coordinate] ?? 0)));
  const request = { time, requestId, party, agency, requester: id, roles, purpose, caseReference, ruleSetVersion };
  return { row: { _id: index, leafHash, ...request, form: form._id, values, records }, form };
}
