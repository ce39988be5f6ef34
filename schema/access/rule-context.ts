import type { LabelTable } from '../labels/label';
import type { Party } from './rule-files';

/** What a rule is checked against. */
export interface RuleContext {
  readonly labels: LabelTable;
  readonly parties: Readonly<Record<string, Party>>;
}

/** Makes the error for a fault at a place inside the rule. */
export type Fault = (place: ReadonlyArray<string | number>, cause: string) => Error;
