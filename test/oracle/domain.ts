import type { FieldLabel } from '@pasarela/schema/labels/label';
import { labelsOf } from '@pasarela/schema/testing/labels';

/** The labels that rules are decided over: every kind of value, two record types, and fields that lack a label. */
export const LABELS = labelsOf(`
  type Query @owner(party: "PAN") {
    crossings: [Crossing!] @sensitivity(as: OPERATIONAL)
    crossingPage: CrossingPage @sensitivity(as: STATISTICAL)
    permits: [Permit!] @owner(party: "COL") @sensitivity(as: OPERATIONAL)
    needs: [Need!] @owner(party: "JOINT") @sensitivity(as: OPERATIONAL)
  }
  type Mutation @owner(party: "PAN") {
    correct: Boolean @sensitivity(as: OPERATIONAL)
    renew: Boolean @owner(party: "COL") @sensitivity(as: SENSITIVE)
    report: Boolean @owner(party: "JOINT") @sensitivity(as: OPERATIONAL)
  }
  type Crossing @owner(party: "PAN") @key(fields: "id") @record(of: PERSON)
    @attribute(name: "nationality", path: "person.nationality", type: STRING, as: PERSONAL)
    @attribute(name: "age", type: NUMBER, as: PERSONAL)
    @attribute(name: "minor", type: BOOLEAN, as: PERSONAL)
    @attribute(name: "seenOn", path: "seen.on", type: STRING, as: PERSONAL)
    @attribute(name: "stations", type: STRING, list: true, as: PERSONAL)
    @attribute(name: "handler", type: STRING, as: PERSONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
    place: Place @sensitivity(as: PERSONAL) @about(subjects: [LOCATION])
    person: PersonKey @sensitivity(as: SENSITIVE) @about(subjects: [NONE])
    companions: Count @sensitivity(as: STATISTICAL)
    needs: [SpecificNeed!] @sensitivity(as: PROTECTED) @about(subjects: [HEALTH, CHILD])
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    permit: Permit @sensitivity(as: SENSITIVE) @about(subjects: [NONE])
    station: String @sensitivity(as: PUBLIC)
    dataset: String! @sensitivity(as: PUBLIC)
    unlabelled: String
  }
  type Permit @owner(party: "COL") @record(of: PERMIT)
    @attribute(name: "nationality", type: STRING, as: PERSONAL)
    @attribute(name: "stage", type: STRING, as: PERSONAL)
    @attribute(name: "fees", type: NUMBER, list: true, as: PERSONAL) {
    issuedOn: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    office: Place @sensitivity(as: OPERATIONAL)
    clinic: String @owner(party: "USA") @sensitivity(as: PROTECTED) @about(subjects: [HEALTH])
    holder: Crossing @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
  }
  type Need @owner(party: "JOINT") @record(of: CASE)
    @attribute(name: "contributedBy", path: "by.party", type: STRING, as: OPERATIONAL, changes: false)
    @attribute(name: "stage", type: STRING, as: OPERATIONAL) {
    seenOn: PartialDate @sensitivity(as: OPERATIONAL)
    station: Place @sensitivity(as: SENSITIVE) @about(subjects: [LOCATION])
    note: String @sensitivity(as: SENSITIVE) @about(subjects: [HEALTH])
    origin: String @sensitivity(as: PUBLIC)
  }
  type Pledge @owner(party: "JOINT") @record(of: RETURN)
    @attribute(name: "contributedBy", type: STRING, as: PUBLIC, changes: false) {
    progress: String @sensitivity(as: OPERATIONAL)
  }
  type Orphan {
    found: String @sensitivity(as: OPERATIONAL)
    told: String @sensitivity(as: PUBLIC)
  }
  type Code @owner(party: "ANY") { name: String @sensitivity(as: PUBLIC) }
  type Count @structural { value: Int note: String }
  type CrossingPage @structural { rows: [Crossing!] more: Boolean! }
`);

/** The parties, each with its agencies. */
export const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  COL: ['MIGRACION'],
  PAN: ['SNM', 'SENAFRONT'],
  USA: ['CBP'],
};

/** The type whose records a field brings, itself or behind a page. */
export const BROUGHT: Readonly<Record<string, string>> = {
  'Query.crossings': 'Crossing',
  'Query.crossingPage': 'Crossing',
  'Query.permits': 'Permit',
  'Permit.holder': 'Crossing',
  'Crossing.permit': 'Permit',
  'Query.needs': 'Need',
};

/** The joint types, and whether everybody may know who contributed a record. */
export const JOINT: Readonly<Record<string, 'UNPUBLISHED' | 'PUBLISHED'>> = {
  Need: 'UNPUBLISHED',
  Pledge: 'PUBLISHED',
};

/** The chains of levels from the lowest, as the semantics' table has them. */
export const CHAINS: Readonly<Record<FieldLabel['kind'], readonly string[]>> = {
  date: ['none', 'year', 'month', 'full'],
  birthDate: ['none', 'ageBand', 'year', 'full'],
  place: ['none', 'firstAdministrativeLevel', 'exact'],
  identifier: ['none', 'pseudonym', 'raw'],
  count: ['none', 'rounded', 'exact'],
  needs: ['none', 'general', 'full'],
  mutation: ['none', 'allow'],
  other: ['none', 'full'],
};

/** The kind of value of a field; of one that nobody knows, the plainest. */
export const kindOf = (coordinate: string): FieldLabel['kind'] => LABELS.fields.get(coordinate)?.kind ?? 'other';

/** The type on which a field stands. */
export const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));
