import type { ContributionOfLeaf, LeafContent, OwnerLeaf, ReportLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { CommittedLeaf, ReadLeaf } from '@pasarela/schema/evidence/log/evidence-log';
import { formOf } from './answer-form';
import type { AnswerForm, DisclosureRow } from './index-models';

type RecordedAnswer = Omit<OwnerLeaf, 'kind' | 'operation' | 'answerDigest' | 'contributions'>;

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
  /** The answer that it records, if it does; of a joint domain, each contributor's part of it. */
  readonly disclosure: IndexedDisclosure | readonly IndexedDisclosure[] | undefined;
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
function disclosureIn(index: number, hash: string, leaf: LeafContent): IndexedLeaf['disclosure'] {
  if (leaf.kind !== 'OWNER_DISCLOSURE' && leaf.kind !== 'WITHHELD_REPORT') return undefined;
  if (leaf.contributions) return partsOf(index, hash, { ...leaf, contributions: leaf.contributions });
  return disclosureOf(index, hash, leaf.kind === 'OWNER_DISCLOSURE' ? leaf : { ...NOTHING_LEFT, ...leaf });
}

type ContributedAnswer = (OwnerLeaf | ReportLeaf) & { readonly contributions: readonly ContributionOfLeaf[] };

/**
 * Each part of an answer stands as an answer of its own, numbered between its leaf and the next.
 * INVARIANT: a part says nothing that is not in its contribution, but of who asked, when and for what.
 */
function partsOf(index: number, leafHash: string, leaf: ContributedAnswer): IndexedDisclosure[] {
  const { contributions } = leaf;
  return contributions.map(({ contributor, ...part }, at) => {
    const { row, form } = disclosureOf(index, leafHash, { ...requestOf(leaf), ...part });
    return { row: { ...row, _id: index + at / contributions.length, contributor }, form };
  });
}

const requestOf = ({
  format,
  time,
  requestId,
  requester,
  purpose,
  caseReference,
  ruleSetVersion,
}: ContributedAnswer) => ({
  ...{ format, time, requestId, requester, purpose, caseReference, ruleSetVersion },
});

function disclosureOf(index: number, leafHash: string, leaf: RecordedAnswer): IndexedDisclosure {
  const { time, requestId, requester, purpose, caseReference, ruleSetVersion, counts, records } = leaf;
  const { party, agency, id, roles } = requester;
  const form = formOf(leaf);
  const values = form.fields.map(({ coordinate, outcome }) => (outcome === 'WITHHELD' ? 0 : (counts[coordinate] ?? 0)));
  const request = { time, requestId, party, agency, requester: id, roles, purpose, caseReference, ruleSetVersion };
  return { row: { _id: index, leafHash, ...request, form: form._id, values, records }, form };
}
