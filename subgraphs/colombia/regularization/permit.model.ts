import type { Sex } from '@pasarela/serve/domain/sex';
import { type Connection, type Model, Schema } from 'mongoose';
import type { GuardianRelation } from './guardian-link';
import type { ConsentField, ConsentPurpose, ConsentRecipient, Schooling, WorkSituation } from './integration-codes';
import type { HealthAffiliation } from './permit-holder';
import type { PermitStage } from './permit-stage';

/** What somebody consented to: what may be told, for what, to whom, from when until when. */
export interface ConsentScope {
  readonly fields: readonly ConsentField[];
  readonly purposes: readonly ConsentPurpose[];
  readonly recipients: readonly ConsentRecipient[];
  readonly givenOn: string;
  readonly until: string;
}

/** A change of a consent as stored: what was given, who recorded it, and by which key. */
export interface ConsentChangeRow {
  readonly version: number;
  /** Null where the consent was revoked. */
  readonly given: ConsentScope | null;
  readonly at: string;
  readonly byAgency: string;
  readonly author: string;
  readonly requestKey: string;
}

/** A consent as stored. INVARIANT: what rules read of it (fields, purposes, recipients) is empty once it is revoked. */
export interface ConsentRow extends ConsentScope {
  readonly version: number;
  readonly revokedOn: string | null;
  readonly history: readonly ConsentChangeRow[];
}

/** A permit's holder as stored. */
export interface PermitHolderRow {
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly nationality: string;
  readonly secondNationality: string | null;
  /** Every nationality that the person stated besides the first. */
  readonly claimedNationalities: readonly string[];
  readonly habitualResidence: string;
  /** Under 18 on the day of registration. */
  readonly minor: boolean;
  readonly documentNumber: string;
  readonly biometricReference: string;
  readonly householdAddress: string;
  readonly healthAffiliation: HealthAffiliation;
  /** Null for whom it is not asked. */
  readonly schooling: Schooling | null;
  readonly formalWork: WorkSituation | null;
  readonly consent: ConsentRow | null;
  readonly asylumClaim: boolean;
  readonly disabilityOrIllness: string | null;
  readonly caseworkerNotes: string;
}

/** A change of stage as stored. */
export interface StageChangeRow {
  readonly stage: PermitStage;
  readonly on: string;
}

/** A guardian link as stored. */
export interface GuardianLinkRow {
  readonly guardianPermit: string;
  readonly relation: GuardianRelation;
  readonly program: string;
}

/** A permit as stored; places and nationalities by their codes. */
export interface PermitRow {
  /** Fixed width, so that the order of the texts is the order of the records. */
  readonly _id: string;
  readonly dataset: string;
  readonly currentStage: PermitStage;
  readonly stageReached: PermitStage;
  readonly stageHistory: readonly StageChangeRow[];
  readonly registeredOn: string;
  /** The month of `registeredOn`, by which the list is filtered. */
  readonly registeredMonth: string;
  readonly department: string;
  readonly municipality: string | null;
  readonly holder: PermitHolderRow;
  readonly guardianLink: GuardianLinkRow | null;
}

const schema = new Schema<PermitRow>(
  {
    _id: String,
    dataset: String,
    currentStage: String,
    stageReached: String,
    stageHistory: [Object],
    registeredOn: String,
    registeredMonth: String,
    department: String,
    municipality: String,
    holder: Object,
    guardianLink: Object,
  },
  { collection: 'permits', versionKey: false, autoIndex: false },
);
schema.index({ currentStage: 1, _id: 1 });
schema.index({ department: 1, _id: 1 });
schema.index({ registeredMonth: 1, _id: 1 });

/** The permits on a connection. */
export function permitModel(connection: Connection): Model<PermitRow> {
  return (connection.models.Permit as Model<PermitRow>) ?? connection.model<PermitRow>('Permit', schema);
}
