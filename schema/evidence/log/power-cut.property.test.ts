import fc from 'fast-check';
import { disclosure, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { PowerCutDisk } from '../../testing/power-cut';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { leafHash } from '../merkle/hashing';
import { LogRefusedError } from './evidence-errors';
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
    flushFailsAfter: fc.option(fc.integer({ min: 0, max: 30 })),
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

/** A disk without power opens nothing; a log that is refused never was what a crash leaves. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof LogRefusedError) throw error;
}

interface Life {
  readonly rounds: ReadonlyArray<{ leaves: number; signs: boolean }>;
  readonly cutAfter: number;
  readonly isPowerCut: boolean;
  readonly flushFailsAfter: number | null;
  readonly sectors: readonly boolean[];
}

/** One process on the log, until its power is cut. Returns the disk as the next one finds it. */
async function lifeOn(disk: PowerCutDisk, directory: string, life: Life, said: Said): Promise<PowerCutDisk> {
  disk.cutPowerAfter(life.cutAfter);
  if (life.flushFailsAfter !== null) disk.failFlushAfter(life.flushFailsAfter);
  const log = await openLog(directory, { fileSystem: disk, segmentBytes: 4_000 }).catch(unlessRefused);
  // Whoever asks is told it from now on.
  said.signed = log?.lastCheckpoint?.size ?? said.signed;
  if (log) await live(log, life.rounds, said);
  await log?.close().catch(ignored);
  let next = 0;
  const { sectors } = life;
  return life.isPowerCut ? disk.powerOn(() => sectors[next++ % sectors.length] as boolean) : disk.processEnded();
}

/** All lives of a log. Returns how many acknowledged leaves it still has at the end. */
async function livesOf(all: readonly Life[]): Promise<number> {
  const { directory, remove } = temporaryFolder();
  const said: Said = { leaves: [], signed: 0 };
  let disk = new PowerCutDisk();
  for (const life of all) disk = await lifeOn(disk, directory, life, said);
  const last = disk.powerOn(() => false);
  const log = await openLog(directory, { fileSystem: last, segmentBytes: 4_000 });
  return countFound(log, said)
    .finally(() => log.close())
    .finally(remove);
}

describe('a log whose power is cut, and of which a flush fails', () => {
  it('opens again by itself, wherever that came, and holds all that it acknowledged', async () => {
    let [cuts, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        found += await livesOf(all);
        cuts += all.length;
      }),
      { numRuns: 300, seed: 99 },
    );
    expect(cuts).toBeGreaterThan(80);
    expect(found).toBeGreaterThan(200);
  }, 120_000);
});

/** Finds each leaf that was acknowledged, and the newest checkpoint. */
async function countFound(log: EvidenceLog, { leaves, signed }: Said): Promise<number> {
  expect(log.lastCheckpoint?.size ?? 0).toBeGreaterThanOrEqual(signed);
  for (const { index, leafHash: hash } of leaves)
    expect(leafHash(Buffer.from((await log.leaf(index)) ?? '')).toString('base64url')).toBe(hash);
  return leaves.length;
}
