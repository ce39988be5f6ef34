import type { Sex } from '@pasarela/serve/domain/sex';
import type { DocumentStatus } from './document-status';

/** What an asked owner gives of somebody, once, for one hit; what rules read of it is in it. */
export interface GivenDetails {
  readonly documentType: string;
  readonly issuingState: string;
  readonly documentStatus: DocumentStatus;
  readonly documentExpiresOn: string | null;
  readonly nationality: string;
  readonly claimedNationalities: readonly string[];
  readonly habitualResidence: string;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly lastRecordedOn: string | null;
  readonly minor: boolean;
  readonly victim: boolean;
  readonly claimant: boolean;
}
