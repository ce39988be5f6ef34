import { registerEnumType } from 'type-graphql';

/** What the asked owner knows of the document. */
export enum DocumentStatus {
  VALID = 'VALID',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  REPORTED_LOST_OR_STOLEN = 'REPORTED_LOST_OR_STOLEN',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(DocumentStatus, {
  name: 'IdentityDocumentStatus',
  description: 'What the asked party knows of a document. UNKNOWN is no suspicion.',
});
