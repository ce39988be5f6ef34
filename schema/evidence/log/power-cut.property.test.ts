import fc from 'fast-check';
import { disclosure, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { PowerCutDisk } from '../../testing/power-cut';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { leafHash } from '../merkle/hashing';
import type { EvidenceLog } from './evidence-log';
import type { AppendedLeaf } from './log-writer';

/** What a log is asked to do before its power is cut: so many leaves at once, and perhaps a checkpoint. */
const rounds = fc.array(fc.record({ leaves: fc.integer({ min: 0, max: 6 }), signs: fc.boolean() }), {
  minLength: 1,
  maxLength: 8,
});
const lives = fc.array(
  fc.record({
    rounds,
    cutAfter: fc.integer({ min: 0, max: 120 }),
    isPowerCut: fc.boolean(),
    sectors: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** What was said to be on the disk. */
interface Said {
  readonly leaves: AppendedLeaf[];
  signed: number;
}

async function live(
  log: EvidenceLog,
  all: ReadonlyArray<{ leaves: number; signs: boolean }>,
  said: Said,
): Promise<void> {
  for (const { leaves, signs } of all) {
    const results = await Promise.allSettled(Array.from({ length: leaves }, (_, at) => log.append(disclosure(at))));
    said.leaves.push(...results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    if (!signs) continue;
    const kept = await log.keepCheckpoint(signCheckpoint(log.head, signer)).catch(() => undefined);
    said.signed = kept?.size ?? said.signed;
  }
}

const ignored = () => undefined;

describe('a log whose power is cut', () => {
  it('opens again by itself, wherever the cut came, and holds all that it acknowledged', async () => {
    const { directory, remove } = temporaryFolder();
    let [cuts, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        let disk = new PowerCutDisk();
        const said: Said = { leaves: [], signed: 0 };
        for (const { rounds: given, cutAfter, isPowerCut, sectors } of all) {
          disk.cutPowerAfter(cutAfter);
          const log = await openLog(directory, { fileSystem: disk, segmentBytes: 4_000 }).catch(ignored);
          if (log) await live(log, given, said);
          await log?.close().catch(ignored);
          let next = 0;
          disk = isPowerCut ? disk.powerOn(() => sectors[next++ % sectors.length] as boolean) : disk.processEnded();
          cuts += 1;
        }
        const log = await openLog(directory, { fileSystem: disk.powerOn(() => true), segmentBytes: 4_000 });
        found += await countFound(log, said);
        await log.close();
      }),
      { numRuns: 300 },
    );
    expect(cuts).toBeGreaterThan(80);
    expect(found).toBeGreaterThan(200);
    remove();
  }, 120_000);
});

/** Finds each leaf that was acknowledged, and the newest checkpoint. */
async function countFound(log: EvidenceLog, { leaves, signed }: Said): Promise<number> {
  expect(log.lastCheckpoint?.size ?? 0).toBeGreaterThanOrEqual(signed);
  for (const { index, leafHash: hash } of leaves)
    expect(leafHash(Buffer.from((await log.leaf(index)) ?? '')).toString('base64url')).toBe(hash);
  return leaves.length;
}
