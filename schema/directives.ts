/**
 * The label directives, as SDL. Every subgraph carries them in its own schema; the gateway and the
 * composition checks read them from there, never from the supergraph (composition keeps only one of
 * differing copies). The enums are `@inaccessible`, so no client ever meets them.
 */
export const LABEL_DIRECTIVES_SDL = `
"Whose data this is: a party's code, or JOINT for what each record's contributor owns. On a type it holds for its fields; a field may name another."
directive @owner(party: String!) on OBJECT | INTERFACE | FIELD_DEFINITION
"How much harm a disclosure does. Every field carries one; a field without it does not compose."
directive @sensitivity(as: Sensitivity!) on FIELD_DEFINITION
"Whom or what a personal field speaks of, so that guardrails reach fields that do not exist yet."
directive @about(subjects: [Subject!]!) on FIELD_DEFINITION
"A dimension that may be counted: the figure is kept per value of it."
directive @counts(dimension: String!) on FIELD_DEFINITION
"Which fields of this subgraph a value is computed from, as a set of fields: it is shown at most as far as every one of them."
directive @computedFrom(fields: String!) on FIELD_DEFINITION
"Which fields an input reads, parents included: filtering by it needs each without condition, in full or at the level named."
directive @reads(field: String!, at: String) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
"Connections, edges, page info, counts: their fields follow the decision of the field that returns them."
directive @structural on OBJECT
"What the type's rows are records of, so that rules on rows reach types that do not exist yet."
directive @record(of: RecordSubject!) on OBJECT
"What conditions of rules may read of a record, asked for or not. With changes, it can change after the record was first visible."
directive @attribute(
  name: String!
  path: String
  type: AttributeType!
  list: Boolean! = false
  as: Sensitivity!
  changes: Boolean! = true
) repeatable on OBJECT

enum Sensitivity @inaccessible { PUBLIC STATISTICAL OPERATIONAL PERSONAL SENSITIVE PROTECTED }
enum Subject @inaccessible {
  ASYLUM CHILD VICTIM HEALTH BIOMETRIC FREE_TEXT SOURCE LOCATION NAME GUARDIAN REFERRAL CONSENT NONE
}
enum RecordSubject @inaccessible { PERSON PERMIT CASE RETURN IDENTITY_TARGET PLACE }
enum AttributeType @inaccessible { STRING NUMBER BOOLEAN }
`;

/** From harmless to never: the order in which a stricter label wins. */
export const SENSITIVITIES = ['PUBLIC', 'STATISTICAL', 'OPERATIONAL', 'PERSONAL', 'SENSITIVE', 'PROTECTED'] as const;
/** How much harm a disclosure of a field does. */
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** Whom or what a field speaks of. `NONE` is a statement too: someone looked, and it is none of the others. */
export const SUBJECTS = [
  'ASYLUM',
  'CHILD',
  'VICTIM',
  'HEALTH',
  'BIOMETRIC',
  'FREE_TEXT',
  'SOURCE',
  'LOCATION',
  'NAME',
  'GUARDIAN',
  'REFERRAL',
  'CONSENT',
  'NONE',
] as const;
/** A subject that guardrails can name. */
export type Subject = (typeof SUBJECTS)[number];

/** What the rows of a type can be records of. */
export const RECORD_SUBJECTS = ['PERSON', 'PERMIT', 'CASE', 'RETURN', 'IDENTITY_TARGET', 'PLACE'] as const;
/** What the rows of a type are records of; rules on rows name it. */
export type RecordSubject = (typeof RECORD_SUBJECTS)[number];

/** The types of values that a condition compares; a date is a STRING in ISO 8601, which sorts as it should. */
export const ATTRIBUTE_TYPES = ['STRING', 'NUMBER', 'BOOLEAN'] as const;
/** The type of an attribute's values. */
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** From this sensitivity up a field must also say `@about`. */
export const ABOUT_REQUIRED_FROM: Sensitivity = 'PERSONAL';
