import { holderOf, type Opening } from '../access/opening';
import { TEST_INSTANT } from './rules';

const HOUR = 3_600_000;
/** Who opens in a test. */
export const TEST_OPENER = { party: 'COL', agency: 'AGENCY', id: 'opener' } as const;

/** That the opener opened the test's agreement at the test's instant for four hours, changed as a test needs it. */
export function openingOf(changes: Partial<Opening> = {}, person: typeof TEST_OPENER | { id: string } = TEST_OPENER) {
  const id = changes.id ?? 'opening-1';
  const { party, agency } = TEST_OPENER;
  const opening: Opening = {
    id,
    owner: 'PAN',
    agreement: 'TEST-AGREEMENT',
    party,
    agency,
    holder: holderOf(id, { ...TEST_OPENER, ...person }),
    purpose: 'MIGRATION_MANAGEMENT',
    openedAt: TEST_INSTANT,
    until: TEST_INSTANT + 4 * HOUR,
  };
  return { ...opening, ...changes };
}
