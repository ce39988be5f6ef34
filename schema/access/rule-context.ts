import type { LabelTable } from '../labels/label';
import type { Party } from './rule-files';

/** What a rule is checked against. */
export interface RuleContext {
  readonly labels: LabelTable;
  readonly parties: Readonly<Record<string, Party>>;
}

/** A name that nobody knows, and those that would have been known there. */
export interface Mistaken {
  readonly written: string;
  readonly known: readonly string[];
}

/** Makes the error for a fault at a place inside the rule. */
export type Fault = (place: ReadonlyArray<string | number>, cause: string, mistaken?: Mistaken) => Error;

/** One check of a rule: throws its fault. Each stands for itself, so that all faults of a rule can be told. */
export type Check = () => void;
