import { EVERY } from '@pasarela/schema/access/conditions/record-filter';
import { OpaqueIds } from '../domain/opaque-ids';
import { RequestLoaders } from '../domain/request-loaders';
import type { ServeContext } from '../domain/serve-context';
import { DisclosedRecords } from '../evidence/disclosed-records';

/** The day on which a test's request is made. */
export const TEST_NOW = new Date('2026-01-15T12:00:00Z');

/** A test's key for opaque ids: 64 bytes of one value. */
export const testIdKey = (fill = 7): Uint8Array => new Uint8Array(64).fill(fill);

/** The context of a request by an analyst of Colombia who gets every field at one level. */
export function contextAt(level: string): ServeContext {
  return {
    requester: {
      party: 'COL',
      agency: 'TEST',
      id: 'test',
      roles: ['ANALYST'],
      purposes: ['MIGRATION_MANAGEMENT'],
      assurance: 2,
      issuer: 'test',
      key: 'key',
      issuedAt: 0,
      expiresAt: 0,
    },
    purpose: 'MIGRATION_MANAGEMENT',
    now: TEST_NOW,
    level: () => level,
    levelOn: () => level,
    agreementOf: () => '',
    existing: () => EVERY,
    exists: () => true,
    loaders: new RequestLoaders(),
    disclosed: new DisclosedRecords(),
    ids: new OpaqueIds(testIdKey(), {
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      now: TEST_NOW,
      agreementOf: () => '',
    }),
    ownerEvidence: undefined as never,
    connection: undefined as never,
    service: undefined,
    rights: undefined,
    statistics: undefined,
    evidence: { acknowledge: async () => undefined },
  };
}
