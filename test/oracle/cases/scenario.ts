import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import type { Cap, Grant } from '@pasarela/schema/access/rule';

/** A condition as a rule file writes it, in MongoDB's query language. */
export type ConditionText = Readonly<Record<string, unknown>>;

/** A grant whose condition is still text: each side reads it by itself. */
export type WrittenGrant = Omit<Grant, 'when'> & { readonly when?: ConditionText | undefined };

/** A cap whose condition is still text. */
export type WrittenCap = Omit<Cap, 'when' | 'unless'> & {
  readonly when?: ConditionText | undefined;
  readonly unless?: ConditionText | undefined;
};

/** Rules as both sides receive them. */
export interface WrittenRules {
  readonly grants: readonly WrittenGrant[];
  readonly caps: readonly WrittenCap[];
}

/** One decision that is asked for: the level of a field on a record, or whether a record exists. */
export interface Question {
  readonly asks: { readonly field: string } | { readonly rows: string };
  readonly subject: DecisionSubject;
  /** As it is stored; undefined when nothing is known of it. */
  readonly record: object | undefined;
}

/** Rules, and what is asked of them. */
export interface Scenario {
  readonly rules: WrittenRules;
  readonly questions: readonly Question[];
}

/** Whether a cap is a row rule. */
export const namesRows = ({ target }: Pick<WrittenCap, 'target'>): boolean =>
  target.rows !== undefined || target.rowsOf !== undefined;

/** What a row's question is answered with. */
export const EXISTS = 'exists';
/** The answer for a row that a rule hides. */
export const HIDDEN = 'does not exist';
