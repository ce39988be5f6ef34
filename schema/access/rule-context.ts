import type { LabelTable } from '../labels/label';
import type { Party } from './rule-files';

/** The owner of the guardrails that ship with the product. */
export const OWNER_ALL = 'ALL';

/** What a rule is checked against. */
export interface RuleContext {
  readonly labels: LabelTable;
  readonly parties: Readonly<Record<string, Party>>;
}

/** Makes the error for a fault at a place inside the rule. */
export type Fault = (place: ReadonlyArray<string | number>, cause: string) => Error;
