import type { ServeContext } from '../domain/serve-context';
import type { DisclosureLeaf } from '../evidence/recipients';
import { findCase } from './change-case';
import { disclosedFields } from './disclosed-fields';
import { ownDesk } from './own-desk';
import type { RightsCaseRow } from './rights-case.model';

/** So many disclosures are told in one answer, the newest. */
export const MAX_DISCLOSURES = 1000;

/** What is held of a record and to whom it was disclosed. */
export interface CollectedRecord {
  readonly row: RightsCaseRow;
  /** Null where none was found, it is no longer held, or does not exist for who asks. */
  readonly record: object | null;
  readonly disclosures: readonly DisclosureLeaf[];
  /** Whether there were more disclosures than are told. */
  readonly hasMore: boolean;
  /** The instant before which disclosures may be older than retention, and are not told; null where all are. */
  readonly keptSince: string | null;
}

/** Collects what a case needs for its answer. @throws UNKNOWN_RIGHTS_CASE */
export async function collectRecord(id: string, context: ServeContext): Promise<CollectedRecord> {
  const { definition, options } = ownDesk(context);
  const row = await findCase(id, context);
  const disclosures: DisclosureLeaf[] = [];
  let hasMore = false;
  if (row.record === null) return { row, record: null, disclosures, hasMore, keptSince: null };
  for await (const leaf of options.recipients.of({ type: definition.type, id: row.record })) {
    if (disclosedFields(leaf, definition.types).length === 0) continue;
    disclosures.push(leaf);
    if (disclosures.length > MAX_DISCLOSURES) hasMore = disclosures.shift() !== undefined;
  }
  const keptSince = options.recipients.keptSince ?? null;
  return { row, record: await definition.find(row.record, context), disclosures, hasMore, keptSince };
}
