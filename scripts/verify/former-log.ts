import type { Checkpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { formatNoteKey, type NoteKey } from '@pasarela/schema/evidence/notes/note-key';
import type { Finding } from '@pasarela/schema/evidence/verification/finding';
import type { Inspection } from '@pasarela/schema/evidence/verification/inspect-log';
import type { StatedRestoration } from '@pasarela/schema/evidence/verification/stated-by-log';
import { VerifyFault } from './texts';

/** What checkpoints of a former log say of the one that goes on from a copy of it. */
export interface FormerCheckpoints {
  /** Those whose leaves are all in the copy: the new log must have the same tree. */
  readonly within: readonly Checkpoint[];
  /** What the new log does not admit to have lost. */
  readonly findings: readonly Finding[];
}

/**
 * Sorts checkpoints that a former log signed by what the new log says of it.
 *
 * INVARIANT: a restoration covers what it names and no more: leaves of the copy must be those that the former log
 * signed, and no loss may be larger than stated.
 * @throws VerifyFault when the log goes on from no log of that key
 */
export function formerCheckpoints(
  checkpoints: readonly Checkpoint[],
  key: NoteKey,
  { restorations }: Pick<Inspection, 'restorations'>,
): FormerCheckpoints {
  const restoration = restorations.find(({ formerKey }) => formerKey === formatNoteKey(key));
  if (!restoration) throw new VerifyFault('notFormer', { key: `${key.name}+${key.keyId}` });
  return {
    within: checkpoints.filter(({ size }) => size <= restoration.firstLost),
    findings: checkpoints.flatMap((checkpoint) => notAdmitted(checkpoint, restoration)),
  };
}

function notAdmitted({ size, root }: Checkpoint, { firstLost, lastKnown }: StatedRestoration): Finding[] {
  if (size > lastKnown.size) return [{ code: 'ROLLED_BACK', leaf: lastKnown.size, to: size - 1 }];
  const differs = size === lastKnown.size && root.toString('base64url') !== lastKnown.root;
  return differs ? [{ code: 'FORK', leaf: firstLost, to: size - 1 }] : [];
}
