import type { SelectionSetNode } from 'graphql';
import type { Decision } from './decide';
import type { Cap } from './rule';

/** A field of the operation at its place, with its decision. */
export interface DecidedField {
  /** Where in the answer, lists as `@`. */
  readonly path: string;
  readonly decision: Decision;
}

/** A place at which rows may be missing by a rule, whatever the data. */
export interface RowsAtPlace {
  readonly path: string;
  /** The rows' type. */
  readonly type: string;
  readonly caps: readonly Cap[];
}

/** An input, and the decision on a field that it reads. */
export interface DecidedInput {
  readonly input: string;
  readonly decision: Decision;
}

/** An operation after every field and input of it was decided. */
export interface DecidedOperation {
  /** What may be fetched: no withheld field, no `@include`, no `@skip`, fragments written out. */
  readonly selectionSet: SelectionSetNode;
  /** Every field that the requester asked for, plumbing and structural fields left out. */
  readonly fields: readonly DecidedField[];
  readonly rows: readonly RowsAtPlace[];
  readonly withheldInputs: readonly DecidedInput[];
  /** The inputs that read what somebody sees only because they opened an agreement. */
  readonly openedInputs: readonly DecidedInput[];
  /** The fields that inputs of what may be fetched read. */
  readonly inputsRead: readonly string[];
  /** Whether anything but `__typename` and introspection is left to fetch. */
  readonly fetches: boolean;
}
