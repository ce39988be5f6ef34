import type { ProtectionRule } from '../protection-rule';
import type { FrequencyTable } from '../table/frequency-table';
import { sharedAttributes } from './shared-attributes';

/** Why a cell must not be published by itself. It stays with the owner: to others a suppressed cell looks the same whatever its reason. */
export type PrimaryReason = 'SMALL_COUNT' | 'PROTECTED_ZERO' | 'SHARED_ATTRIBUTE';

/** The reason that a count has by itself, whatever stands around it; none where it may be published. */
export function reasonOfCount(persons: number, rule: ProtectionRule): PrimaryReason | undefined {
  if (persons > 0 && persons < rule.threshold) return 'SMALL_COUNT';
  return persons === 0 && rule.zerosSuppressed ? 'PROTECTED_ZERO' : undefined;
}

/** The cells, margins among them, that the rule forbids by themselves, each with its reason; a small count before a shared attribute. */
export function primarySuppressions(table: FrequencyTable, rule: ProtectionRule): ReadonlyMap<string, PrimaryReason> {
  const reasons = new Map<string, PrimaryReason>();
  for (const id of sharedAttributes(table, rule.sensitiveDimension)) reasons.set(id, 'SHARED_ATTRIBUTE');
  for (const [id, { persons }] of table.cells) {
    const reason = reasonOfCount(persons, rule);
    if (reason) reasons.set(id, reason);
  }
  return reasons;
}
