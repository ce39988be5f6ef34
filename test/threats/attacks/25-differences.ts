import { eraseHolders } from '../../federation/erase-holders';
import type { Attack } from '../attack';
import { makeNextRelease, onReleasedHolders, releasedHolders } from '../released-holders';

const ANALYST = { as: 'analyst.pan', purpose: 'STATISTICS' } as const;
/** Fewer than the threshold, so that no leaf can lose ten. */
const FEW = 3;
/** After the office's weekly batch, and before the calendar's next release. */
const MONDAY = new Date('2026-01-19T07:00:00Z');

/** The table of today less the table of yesterday is a table of those who came or went. */
const subtractReleases = (): Promise<void> =>
  onReleasedHolders(async (federation) => {
    const before = await releasedHolders(federation, ANALYST);
    const live = await releasedHolders(federation, { ...ANALYST, as: 'analyst.col' });
    await eraseHolders(federation, FEW, federation.clock.now);
    federation.clock.now = MONDAY;
    const left = await releasedHolders(federation, { ...ANALYST, as: 'analyst.col' });
    expect(left.get('ALL|ALL|ALL')).toBe((live.get('ALL|ALL|ALL') ?? 0) - FEW);
    await makeNextRelease(federation, 2);
    expect(await releasedHolders(federation, ANALYST)).toEqual(before);
  });

/** The attacks of threat 25. */
export const attacks: readonly Attack[] = [
  {
    number: 25,
    title: 'two releases between which a few people left say the same',
    on: 'product',
    guards: ['heldLeaves'],
    run: subtractReleases,
  },
];
