import type { AttributeType, RecordSubject, Sensitivity, Subject } from '../directives';

/** The owner of what is nobody's secret, code lists for instance; it can own PUBLIC fields only. */
export const OWNER_ANY = 'ANY';

/** The owner of what all parties hold together, and of the rules that they all set. */
export const OWNER_ALL = 'ALL';

/**
 * The owner of what several parties contribute to one domain: each record follows the rules of the party that
 * contributed it. INVARIANT: it is no party, so it signs nothing, is granted nothing, and nobody speaks for it.
 */
export const OWNER_JOINT = 'JOINT';

/** The attribute of every joint record that names the party that contributed it. */
export const CONTRIBUTED_BY = 'contributedBy';

/** Owners that are no party: nobody, all together, and the contributors of joint domains. */
const NO_PARTIES: readonly string[] = [OWNER_ANY, OWNER_ALL, OWNER_JOINT];

/** Whether an owner's code can be a party's. */
export const isPartyCode = (code: string): boolean => !NO_PARTIES.includes(code);

/** Kinds of values, each with its own chain of levels. */
export type ValueKind = 'date' | 'birthDate' | 'place' | 'identifier' | 'count' | 'needs' | 'mutation' | 'other';

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
  /** The named type that it returns. */
  readonly type: string;
  /** The coordinates that `@requires` and `@computedFrom` name, and of a count the dimensions by which it is counted (`@counts`). */
  readonly requires: readonly string[];
  /** Every subgraph that defines the field. */
  readonly subgraphs: readonly string[];
}

/** A field that an input reads. */
export interface FieldRead {
  readonly field: string;
  /** The level of the field that suffices to use the input; all of it where none is named. */
  readonly at: string | undefined;
}

/** An argument or input field, and the fields that it reads. */
export interface InputLabel {
  /** `Type.field(argument:)` or `InputType.field`. */
  readonly coordinate: string;
  /** Its named type. */
  readonly type: string;
  /** Every field that it reads; none says that nobody labelled it. */
  readonly reads: readonly FieldRead[];
  readonly subgraph: string;
}

/** What conditions may read of a record, whether somebody asked for it or not. */
export interface AttributeLabel {
  readonly name: string;
  /** Where it stands in the stored record, dotted. */
  readonly path: string;
  readonly type: AttributeType;
  readonly list: boolean;
  readonly sensitivity: Sensitivity;
  /** Whether it can change after the record was first visible. */
  readonly changes: boolean;
  /** Every value that it can have, where the type has a field of its name that returns an enum. */
  readonly values?: readonly string[];
}

/** What the contract says of a type whose rows rules can speak of. */
export interface RecordLabel {
  readonly type: string;
  readonly of: RecordSubject | undefined;
  readonly owner: string | undefined;
  readonly attributes: ReadonlyMap<string, AttributeLabel>;
  /** The one subgraph that stores the records; conditions are decided there. */
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
  /** The types that declare what their rows are, or attributes, by name. */
  readonly records: ReadonlyMap<string, RecordLabel>;
  /** The types behind each interface and union, over all subgraphs. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}
