import type { SelectionSetNode } from 'graphql';
import type { Decision } from './decide';

/** A field of the operation at its place, with its decision. */
export interface DecidedField {
  /** Where in the answer, lists as `@`. */
  readonly path: string;
  readonly decision: Decision;
}

/** An input that reads a field which the requester does not have in full. */
export interface WithheldInput {
  readonly input: string;
  readonly decision: Decision;
}

/** An operation after every field and input of it was decided. */
export interface DecidedOperation {
  /** What may be fetched: no withheld field, no `@include`, no `@skip`, fragments written out. */
  readonly selectionSet: SelectionSetNode;
  /** Every field that the requester asked for, plumbing and structural fields left out. */
  readonly fields: readonly DecidedField[];
  readonly withheldInputs: readonly WithheldInput[];
  /** Whether anything but `__typename` and introspection is left to fetch. */
  readonly fetches: boolean;
}
