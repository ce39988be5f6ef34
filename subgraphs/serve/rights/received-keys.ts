import { Decider } from '@pasarela/schema/access/decider';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { Requester } from '@pasarela/schema/identity/requester';
import { OpaqueIds } from '../domain/opaque-ids';
import type { DisclosedRecord } from '../evidence/disclosed-records';
import type { DisclosureLeaf } from '../evidence/recipients';

/** The name under which pseudonyms are sealed. */
const PSEUDONYM = 'Pseudonym';

/**
 * The keys under which a recipient was given a record: sealed for its party, agreement, purpose and quarter, as on
 * that day; the pseudonym of `keyField` where that is what others know it by, and none where it was not told. One,
 * unless the agreements of the type changed since: then one for each that the answer was given under.
 */
export function receivedKeys(
  record: DisclosedRecord,
  leaf: DisclosureLeaf,
  { idKey, ruleSet, keyField }: { readonly idKey: Uint8Array; readonly ruleSet: RuleSet; readonly keyField?: string },
): string[] {
  if (keyField && !leaf.lowered.some(({ coordinate }) => coordinate === keyField)) return [];
  const at = new Date(leaf.time);
  const { party } = leaf.requester;
  const keyUnder = (agreement: string) =>
    new OpaqueIds(idKey, { party, purpose: leaf.purpose, now: at, agreementOf: () => agreement }).seal(
      keyField ? PSEUDONYM : record.type,
      record.id,
    );
  const agreement = new Decider(ruleSet, {
    // Decisions read who somebody is, never how their token was made.
    requester: leaf.requester as unknown as Requester,
    purpose: leaf.purpose,
    at: at.getTime(),
    caseGiven: leaf.caseReference !== null,
  }).agreementOf(keyField ?? record.type);
  return (leaf.agreements.includes(agreement) ? [agreement] : leaf.agreements).map(keyUnder);
}
