import type { DisclosedRecord } from '../evidence/disclosed-records';
import type { DisclosureLeaf } from '../evidence/recipients';
import { disclosedFields } from './disclosed-fields';
import { receivedKeys } from './received-keys';
import type { RightsDeskOptions } from './rights-desk-options';
import { type Recipient, recipientName, type SupersededRow } from './superseded.model';

/**
 * What past recipients are told in one batch, each of its own key and the fields that it received. It is the same
 * whatever it is told for: a correction, an erasure, or the end of the time that an agreement leaves.
 */
export class ToldRecipients {
  private readonly told = new Map<string, Recipient & { key: string; fields: Set<string> }>();

  constructor(
    private readonly batch: string,
    private readonly options: Pick<RightsDeskOptions, 'definition' | 'idKey' | 'rules'>,
  ) {}

  /** Adds a disclosure of a record. The owner's own offices keep the record itself: they are told nothing. */
  add(record: DisclosedRecord, leaf: DisclosureLeaf): void {
    const { definition, idKey, rules } = this.options;
    const { party, agency } = leaf.requester;
    const fields = disclosedFields(leaf, definition.types).map(({ coordinate }) => coordinate);
    if (party === definition.party || fields.length === 0) return;
    const named = { idKey, ruleSet: rules.current(), ...(definition.keyField && { keyField: definition.keyField }) };
    for (const key of receivedKeys(record, leaf, named)) {
      const name = this.nameOf({ party, agency, purpose: leaf.purpose }, key);
      const known = this.told.get(name) ?? { party, agency, purpose: leaf.purpose, key, fields: new Set() };
      for (const field of fields) known.fields.add(field);
      this.told.set(name, known);
    }
  }

  rows(): SupersededRow[] {
    return [...this.told].map(([_id, { fields, ...row }]) => ({
      _id,
      ...row,
      batch: this.batch,
      fields: [...fields].sort(),
    }));
  }

  /** INVARIANT: by batch and then by key, which is as good as random: the order tells nothing. */
  private nameOf(recipient: Recipient, key: string): string {
    return `${this.batch}|${key}|${recipientName(recipient)}`;
  }
}
