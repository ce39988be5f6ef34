import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import type { ServeContext } from '../domain/serve-context';
import type { EvidenceCursors } from './evidence-page';

/** Who looks into which evidence: all of an owner's log, or one party's part of a joint domain's. */
export interface EvidenceView {
  readonly context: Pick<ServeContext, 'ownerEvidence' | 'ids' | 'requester'>;
  readonly isJoint: boolean;
}

/**
 * What of an index is shown. INVARIANT: of a joint domain, the asking party's own part and what no one party
 * contributed; an answer of which nobody wrote down whose it was is in nobody's part.
 */
export function shownTo({ context, isJoint }: EvidenceView): readonly object[] {
  return isJoint ? [{ contributor: { $in: [context.requester.party, OWNER_JOINT] } }] : [];
}

const LEAF_NUMBER = /^\d{1,9}$/;
const SEALED_AS = 'JointEvidence.cursor';

/**
 * Where a page of answers ends: the number of the leaf. INVARIANT: of a joint domain it is sealed, for numbers of
 * leaves count what others received of others.
 */
export function leafCursors({ context, isJoint }: EvidenceView): EvidenceCursors {
  const { ids } = context;
  if (!isJoint) return { of: String, idOf: (cursor) => (LEAF_NUMBER.test(cursor) ? Number(cursor) : undefined) };
  return {
    of: (id) => ids.seal(SEALED_AS, String(id), ''),
    idOf: (cursor) => {
      const opened = ids.open(SEALED_AS, cursor, '');
      return opened === null ? undefined : Number(opened);
    },
  };
}
