import { type Connection, type Model, Schema } from 'mongoose';
import { type CaseOwner, caseTypeName, rootOf } from './case-domain';
import type { CaseEventKind } from './case-event-kind';
import type { CaseStatus, HandlingCode, SourceGrade, TrafficLight } from './case-handling';
import type { CasePersonRow } from './case-person-row';
import type { CorridorMode } from './corridor-code-list';
import type { IccsCode } from './iccs-codes';
import type { NetworkKind } from './smuggling-network';

/** A route as stored; places by their ISO 3166-2 codes. */
export interface RouteRow {
  readonly from: string;
  readonly to: string;
  readonly mode: CorridorMode;
}

/** An event as stored. */
export interface CaseEventRow {
  readonly on: string;
  readonly event: CaseEventKind;
}

/** A network as stored in the case that names it. */
export interface NetworkRow {
  readonly dataset: string;
  readonly code: string;
  readonly name: string;
  readonly kind: NetworkKind;
}

/** A case as stored, with the persons and networks in it. */
export interface SmugglingCaseRow {
  /** Fixed width, so that the order of the texts is the order of the records. */
  readonly _id: string;
  readonly dataset: string;
  readonly party: string;
  readonly caseNumber: string;
  readonly iccsCodes: readonly IccsCode[];
  readonly status: CaseStatus;
  readonly openedOn: string;
  /** The month of `openedOn`, by which the list is filtered. */
  readonly openedMonth: string;
  readonly routes: readonly RouteRow[];
  readonly leadAgency: string;
  readonly handlingCode: HandlingCode;
  readonly sourceGrade: SourceGrade;
  readonly informationGrade: number;
  readonly tlp: TrafficLight;
  readonly originator: string;
  readonly sourceIdentity: string;
  readonly narrative: string;
  readonly history: readonly CaseEventRow[];
  readonly persons: readonly CasePersonRow[];
  readonly networks: readonly NetworkRow[];
}

const schema = new Schema<SmugglingCaseRow>(
  {
    _id: String,
    dataset: String,
    party: String,
    caseNumber: String,
    iccsCodes: [String],
    status: String,
    openedOn: String,
    openedMonth: String,
    routes: [Object],
    leadAgency: String,
    handlingCode: String,
    sourceGrade: String,
    informationGrade: Number,
    tlp: String,
    originator: String,
    sourceIdentity: String,
    narrative: String,
    history: [Object],
    persons: [Object],
    networks: [Object],
  },
  { versionKey: false, autoIndex: false },
);
schema.index({ status: 1, _id: 1 });
schema.index({ iccsCodes: 1, _id: 1 });
schema.index({ 'routes.from': 1, _id: 1 });
schema.index({ openedMonth: 1, _id: 1 });
schema.index({ 'persons.pseudonym': 1, _id: 1 });

/** An owner's cases on a connection; the model has the name of the type that they are shown as. */
export function smugglingCaseModel(connection: Connection, owner: CaseOwner): Model<SmugglingCaseRow> {
  const name = caseTypeName(owner);
  const known = connection.models[name] as Model<SmugglingCaseRow> | undefined;
  return known ?? connection.model<SmugglingCaseRow>(name, schema, `${rootOf(owner)}_smuggling_cases`);
}
