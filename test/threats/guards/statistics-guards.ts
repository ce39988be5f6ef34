import { randomInt } from 'node:crypto';
import type { Guard } from './guard';

/** Without it each release tells how things stand, and two of them who came and went. */
export const heldLeaves: Guard = {
  module: '@pasarela/schema/disclosure-control/perturbation/held-leaves',
  function: 'holdLeaves',
  what: 'moves a leaf of a table only when enough people came or went, so that no difference of releases is a small group',
  permissive: (actual) => (holding, live) => actual(holding, live, undefined),
};

/** Without it a suppressed cell can be had from the margins. */
export const secondarySuppression: Guard = {
  module: '@pasarela/schema/disclosure-control/secondary/suppress-secondary',
  function: 'suppressSecondary',
  what: 'suppresses further cells, so that no suppressed one can be worked out from the margins',
  permissive:
    () =>
    async ({ primary }) =>
      new Set(primary.keys()),
};

/** Without it every look at a cell is another draw, and their mean the count. */
export const cellKeys: Guard = {
  module: '@pasarela/schema/disclosure-control/perturbation/cell-noise',
  function: 'cellNoise',
  what: 'draws the noise of a cell by the set of people counted and nothing else: the same people, the same noise',
  permissive: () => (_, table) => {
    const PLACES = 1_000_000;
    return table.noiseAt(PLACES, randomInt(PLACES) / PLACES);
  },
};
