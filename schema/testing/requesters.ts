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
  expiresAt: 0,
};
