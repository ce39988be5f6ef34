import { createHash } from 'node:crypto';
import type { Marks } from '../../inheritance/strictest-marks';
import type { HeldLeaf } from '../../perturbation/held-leaves';
import type { ProtectionRule } from '../../protection-rule';
import { makeRelease, type ReleaseOptions, type SuppressionStages } from '../../release/make-release';
import type { MadeRelease } from '../../release/release';
import type { FrequencyTable } from '../../table/frequency-table';

/** The rule of the simulated tables. */
export const SIMULATED_RULE: ProtectionRule = { threshold: 5, zerosSuppressed: false };

const SIMULATED_MARKS: Marks = {
  tlp: 'CLEAR',
  handlingCodes: [],
  originators: [],
  datasets: ['simulated'],
  synthetic: true,
};

/** A table as it stands in a week of a simulated year. */
export interface WeekOfTable {
  readonly week: number;
  readonly name: string;
  readonly table: FrequencyTable;
}

/** A simulated owner who makes releases, week after week. The same seed has the same secret. */
export class SimulatedOwner {
  private readonly secret: Uint8Array;
  private readonly held = new Map<string, readonly HeldLeaf[]>();

  constructor(
    seed: number,
    private readonly stages: SuppressionStages,
  ) {
    this.secret = createHash('sha256').update(`simulated owner ${seed}`).digest();
  }

  /** The release of a week, which goes on from that of the week before. */
  async nextRelease(given: WeekOfTable): Promise<MadeRelease> {
    const previous = this.held.get(given.name);
    const made = await this.make(given, { number: given.week + 1, ...(previous && { previous }) });
    this.held.set(given.name, made.held);
    return made;
  }

  /** A first release, which takes the live state: nothing is held. */
  firstRelease(given: WeekOfTable): Promise<MadeRelease> {
    return this.make(given, { number: 1 });
  }

  private make(
    { week, name, table }: WeekOfTable,
    after: Pick<ReleaseOptions, 'number' | 'previous'>,
  ): Promise<MadeRelease> {
    const { secret, stages } = this;
    const madeAt = new Date(week);
    return makeRelease({ name, table, rule: SIMULATED_RULE, marks: SIMULATED_MARKS, madeAt, secret, stages, ...after });
  }
}
