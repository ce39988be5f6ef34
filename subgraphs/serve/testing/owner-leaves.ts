import type { ownerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { z } from 'zod';

const HASH = 'A'.repeat(43);

/** The leaf of an answer of Panama's to an analyst of Colombia, changed as a test needs it. */
export function ownerLeafOf(changes: Partial<z.infer<typeof ownerLeaf>> = {}): z.infer<typeof ownerLeaf> {
  return {
    kind: 'OWNER_DISCLOSURE',
    format: 'pasarela-evidence-1',
    time: '2026-03-10T12:00:00.000Z',
    requestId: 'request-1',
    requester: { party: 'COL', agency: 'AGENCY', id: 'analyst', roles: ['ANALYST'] },
    purpose: 'STATISTICS',
    caseReference: null,
    ruleSetVersion: 'version-1',
    agreements: ['PAN:AGREEMENT'],
    rules: [],
    disclosed: ['Row.shown'],
    lowered: [],
    withheld: [],
    answerDigest: HASH,
    operation: { digest: HASH, text: '{ rows { shown } }' },
    records: [],
    counts: { 'Row.shown': 2 },
    ...changes,
  };
}
