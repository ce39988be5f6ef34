import type { OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { DisclosedRecord } from './disclosed-records';
import type { OwnerEvidence } from './owner-evidence';
import type { DisclosureLeaf, Recipients } from './recipients';

const DISCLOSURE = '"kind":"OWNER_DISCLOSURE"';

/** Who received data of a record, by a walk over the owner's log: one leaf at a time, however long it is. */
export class LogRecipients implements Recipients {
  constructor(private readonly evidence: Pick<OwnerEvidence, 'recorder' | 'salts'>) {}

  async *of(record: DisclosedRecord): AsyncGenerator<DisclosureLeaf> {
    const reference = await this.evidence.salts.referenceOf(record);
    if (reference) yield* this.holding(reference);
  }

  all(): AsyncGenerator<DisclosureLeaf> {
    return this.holding('');
  }

  private async *holding(reference: string): AsyncGenerator<DisclosureLeaf> {
    for await (const text of this.evidence.recorder.leaves()) {
      // Most leaves are of something else: only those are parsed that can be of the record.
      if (!text.includes(DISCLOSURE) || !text.includes(reference)) continue;
      const leaf = JSON.parse(text) as OwnerLeaf;
      if (leaf.records.length > 0) yield leaf;
    }
  }
}
