import type { Attack } from '../attack';
import { makeNextRelease, onReleasedHolders, type ReleasedHolders, releasedHolders } from '../released-holders';

/** Everybody who may ask for statistics, as one attacker would use them. */
const ASKERS = [
  { as: 'analyst.pan', purpose: 'STATISTICS' },
  { as: 'analyst.usa', purpose: 'STATISTICS' },
] as const;
const RELEASES = [2, 3, 4];

/** The mean of many answers would be the count itself, were each drawn for itself. */
const averageOut = (): Promise<void> =>
  onReleasedHolders(async (federation) => {
    const told: ReleasedHolders[] = [];
    for (const number of RELEASES) {
      await makeNextRelease(federation, number);
      for (const asker of ASKERS) told.push(await releasedHolders(federation, asker));
    }
    for (const again of told) expect(again).toEqual(told[0]);
  });

/** The attacks of threat 27. */
export const attacks: readonly Attack[] = [
  {
    number: 27,
    title: 'whoever asks again, in another release or for another party, is told the same of the same people',
    on: 'product',
    guards: ['cellKeys'],
    run: averageOut,
  },
];
