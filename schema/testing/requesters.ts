import type { Requester } from '../identity/requester';

/** The analyst who asks in the gateway's own tests. */
export const ANALYST: Requester = {
  party: 'COL',
  agency: 'AGENCY',
  id: 'analyst',
  roles: ['ANALYST'],
  purposes: ['MIGRATION_MANAGEMENT', 'STATISTICS'],
  assurance: 2,
  issuer: 'https://issuer.example/',
  key: 'key',
  issuedAt: 0,
  expiresAt: 0,
};
