import type { Sex } from '../domain/sex';
import type { CasePersonRole, VictimConfirmation } from './case-person-role';

/** A step of a victim's identification as stored. */
export interface ConfirmationChangeRow {
  readonly confirmation: VictimConfirmation;
  readonly on: string;
}

/** A person as stored in a case; nationalities by their codes. */
export interface CasePersonRow {
  readonly dataset: string;
  readonly pseudonym: string;
  readonly role: CasePersonRole;
  readonly confirmation: VictimConfirmation | null;
  readonly stateHistory: readonly ConfirmationChangeRow[];
  readonly nationality: string;
  readonly claimedNationalities: readonly string[];
  readonly habitualResidence: string;
  /** Under 18 when the case was opened. */
  readonly minor: boolean;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly fullName: string;
  readonly documentNumber: string;
  readonly asylumClaim: boolean;
  readonly medicalNotes: string | null;
  readonly statement: string;
  /** What only the owner records, by the names of its own fields. */
  readonly [own: string]: unknown;
}
