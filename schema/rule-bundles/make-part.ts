import type { LabelTable } from '../labels/label';
import { DEFAULT_MAX_STALENESS_SECONDS, type OwnerPart, ownerPart, PART_FORMAT } from './owner-part';
import { pinnedLabels } from './pinned-labels';

/** What a new part of an owner is made of. */
export interface NewPart extends Pick<OwnerPart, 'owner' | 'number' | 'issuedAt'> {
  readonly documents: readonly OwnerPart['documents'][number][];
  /** How the owner's fields are labelled now: it agrees to that by signing. */
  readonly labels: LabelTable;
  readonly maxStalenessSeconds?: number | undefined;
}

/** Makes what an owner signs. @throws one line that says what has not the form of a part. */
export function makePart({ labels, maxStalenessSeconds, ...part }: NewPart): OwnerPart {
  const parsed = ownerPart.safeParse({
    format: PART_FORMAT,
    ...part,
    maxStalenessSeconds: maxStalenessSeconds ?? DEFAULT_MAX_STALENESS_SECONDS,
    labels: pinnedLabels(labels, part.owner),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
}
