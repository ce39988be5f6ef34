import type { Sensitivity, Subject } from '../directives';

/** The owner of what is nobody's secret, code lists for instance; it can own PUBLIC fields only. */
export const OWNER_ANY = 'ANY';

/** Kinds of values, each with its own chain of levels. */
export type ValueKind = 'date' | 'birthDate' | 'place' | 'identifier' | 'count' | 'mutation' | 'other';

/** What the contract says of one field. */
export interface FieldLabel {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly owner: string | undefined;
  readonly sensitivity: Sensitivity | undefined;
  readonly about: readonly Subject[];
  readonly kind: ValueKind;
  /** The field belongs to a structural type: it follows the field that returns the type. */
  readonly structural: boolean;
  /** The field identifies an entity: plumbing, always answered, never counted as disclosed. */
  readonly key: boolean;
  readonly nullable: boolean;
  /** The coordinates that `@requires` names. */
  readonly requires: readonly string[];
  /** Every subgraph that defines the field. */
  readonly subgraphs: readonly string[];
}

/** An argument or input field, and the field that it reads. */
export interface InputLabel {
  /** `Type.field(argument:)` or `InputType.field`. */
  readonly coordinate: string;
  /** Its named type. */
  readonly type: string;
  readonly reads: string | undefined;
  readonly subgraph: string;
}

/** Something in a subgraph's labels that must not compose: where, and why. */
export interface LabelProblem {
  readonly coordinate: string;
  readonly subgraph: string;
  readonly cause: string;
}

/** The labels of all subgraphs together. */
export interface LabelTable {
  readonly fields: ReadonlyMap<string, FieldLabel>;
  readonly inputs: ReadonlyMap<string, InputLabel>;
}
