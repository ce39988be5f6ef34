import type { Attack } from '../attack';
import { holderRelations, makeNextRelease, onReleasedHolders, releasedHolders } from '../released-holders';

const ANALYST = { as: 'analyst.pan', purpose: 'STATISTICS' } as const;

/** A total less all of its parts but one is that one. */
const subtractFromMargins = (): Promise<void> =>
  onReleasedHolders(async (federation) => {
    await makeNextRelease(federation, 2);
    const cells = await releasedHolders(federation, ANALYST);
    const isSuppressed = (id: string) => cells.get(id) === null;
    expect([...cells.keys()].filter(isSuppressed).length).toBeGreaterThan(10);
    expect([...cells.keys()].filter((id) => !isSuppressed(id)).length).toBeGreaterThan(10);
    const alone = holderRelations().flatMap(({ total, parts }) => {
      const suppressed = [total, ...parts].filter(isSuppressed);
      return suppressed.length === 1 ? suppressed : [];
    });
    expect([...new Set(alone)]).toEqual([]);
  });

/** The attacks of threat 26. */
export const attacks: readonly Attack[] = [
  {
    number: 26,
    title: 'no suppressed cell is what is left of a total',
    on: 'product',
    guards: ['secondarySuppression'],
    run: subtractFromMargins,
  },
];
