import type { StageName } from './attack';
import { GUARDS, type GuardName } from './guards/guards';
import { installSwitches } from './guards/switches';

/** Threats by their numbers, the last one included. */
export interface ThreatRange {
  readonly from: number;
  readonly to: number;
}

const ALL_THREATS: ThreatRange = { from: 1, to: Number.POSITIVE_INFINITY };

/**
 * Defines one test for each attack of a stage and each of its guards, of some threats or of all: with that one guard off, in a federation
 * of its own, the attack succeeds. Set-up that fails does not count as that.
 */
export function expectGuardsOff(stageName: StageName, { from, to } = ALL_THREATS): void {
  const switches = installSwitches(GUARDS);
  // Required here: every module of the product has to be loaded after its guard has a switch.
  const { ATTACKS } = require('./attacks') as typeof import('./attacks');
  const { openStage } = require('./open-stage') as typeof import('./open-stage');
  const { attackName } = require('./attack') as typeof import('./attack');
  const cases = ATTACKS.filter(({ on, number }) => on === stageName && number >= from && number <= to).flatMap(
    (attack) => attack.guards.map((guard): [string, GuardName, typeof attack] => [attackName(attack), guard, attack]),
  );
  afterEach(() => switches.allOn());

  it.each(cases)('%s - succeeds without the guard %s', async (_, guard, attack) => {
    switches.off(guard);
    const stage = await openStage(stageName);
    try {
      // Only expect() throws an error with a matcher's result.
      await expect(attack.run(stage)).rejects.toHaveProperty('matcherResult');
    } finally {
      await stage.close();
    }
  });
}
