import fc from 'fast-check';
import { disclosure, keys, openLog, retain, retentionOrder, signer, temporaryFolder } from '../../testing/evidence';
import { type Checkpoint, signCheckpoint } from '../checkpoints/checkpoint';
import type { EvidenceLog } from '../log/evidence-log';
import type { AppendedLeaf } from '../log/log-writer';
import { isConsistent } from '../merkle/verify-consistency';
import { isIncluded } from '../merkle/verify-inclusion';
import { verifyLog } from '../verification/verify-log';

const HOUR = 3_600_000;
const START = Date.parse('2026-05-01T00:00:00.000Z');

/** What is done to a log: leaves at an hour, hours that go by (so that files end), leaves that go, a stop and a start. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('append' as const), count: fc.integer({ min: 1, max: 7 }) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), count: fc.integer({ min: 24, max: 72 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('retain' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('reopen' as const), count: fc.constant(1) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Everything that anybody was ever given. */
interface Given {
  readonly leaves: AppendedLeaf[];
  readonly checkpoints: Checkpoint[];
}

async function everythingVerifies(log: EvidenceLog, { leaves, checkpoints }: Given): Promise<void> {
  for (const newer of checkpoints) {
    for (const older of checkpoints.filter(({ size }) => size <= newer.size))
      expect(isConsistent(older, newer, await log.consistencyProof(older.size, newer.size))).toBe(true);
    for (const { index, leafHash } of leaves.filter((leaf) => leaf.index < newer.size)) {
      const proof = await log.inclusionProof(index, newer.size);
      expect(isIncluded({ index, leafHash: Buffer.from(leafHash, 'base64url'), proof }, newer)).toBe(true);
    }
  }
}

/** A log that lives through steps, and what was given out on the way. */
class Life {
  readonly given: Given = { leaves: [], checkpoints: [] };
  private now = START;

  constructor(
    private readonly directory: string,
    public log: EvidenceLog,
  ) {}

  async live(all: readonly Step[]): Promise<void> {
    for (const { what, count } of all) {
      await this[what](count);
      if (this.log.size > (this.log.lastCheckpoint?.size ?? 0))
        await this.log.keepCheckpoint(signCheckpoint(this.log.head, signer));
      if (this.log.lastCheckpoint) this.given.checkpoints.push(this.log.lastCheckpoint);
    }
  }

  async append(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1)
      this.given.leaves.push(await this.log.append(disclosure(this.log.size, this.instant())));
  }

  async wait(hours: number): Promise<void> {
    this.now += hours * HOUR;
  }

  async retain(days: number): Promise<void> {
    await retain(this.log, retentionOrder(this.instant(days), this.instant()));
  }

  async reopen(): Promise<void> {
    await this.log.close();
    this.log = await openLog(this.directory, { held: this.given.checkpoints });
  }

  private instant(daysAgo = 0): string {
    return new Date(this.now - daysAgo * 24 * HOUR).toISOString();
  }
}

describe('after any appending, rotating and retaining', () => {
  it('every earlier inclusion and consistency proof verifies, and nothing is taken for tampering', async () => {
    let [dropped, segments] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (all) => {
        const { directory, remove } = temporaryFolder();
        const life = new Life(directory, await openLog(directory));
        await life.live(all);
        await everythingVerifies(life.log, life.given);
        dropped += life.log.firstKept;
        await life.log.close();
        const inspection = await verifyLog({ directory, keys, held: life.given.checkpoints });
        expect(inspection.findings).toEqual([]);
        segments += inspection.segments.length;
        remove();
      }),
      { numRuns: 60, seed: 20_261_128 },
    );
    expect(dropped).toBeGreaterThan(100);
    expect(segments).toBeGreaterThan(100);
  }, 120_000);
});
