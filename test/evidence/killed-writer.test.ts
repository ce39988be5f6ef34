import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { leafHash } from '@pasarela/schema/evidence/merkle/hashing';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { keys, openLog, temporaryFolder } from '@pasarela/schema/testing/evidence';
import { diskFolder } from '../scratch/disk-folder';

/** How often the writer is killed. */
const KILLS = 10;
/** For what hangs, not for a slow machine: the log grows while it is looked through. */
const LONG_ENOUGH_MS = 180_000;
const WRITER = path.join(schemaDirectory, 'dist', 'testing', 'append-until-killed.js');

/** Starts a writer and kills it after so many acknowledgements. Returns what it acknowledged, to its last breath. */
function writeUntilKilled(directory: string, acknowledgements: number): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [acknowledged, faults]: [string[], string[]] = [[], []];
  createInterface(writer.stderr).on('line', (line) => faults.push(line));
  const lines = createInterface(writer.stdout).on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === acknowledgements) writer.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    writer.on('error', reject);
    lines.on('close', () => {
      if (faults.length > 0) reject(new Error(faults.join('\n')));
      // A last line that the kill cut off was not said.
      else resolve(acknowledged.filter((line) => /^\d+ [\w-]{43}$/.test(line)));
    });
  });
}

describe('a writer that is killed while it writes', () => {
  it(
    'is the one writer until then, and locks nobody out afterwards',
    async () => {
      const { directory, remove } = temporaryFolder(diskFolder());
      const writer = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'ignore'] });
      await once(writer.stdout, 'data');
      await expect(openLog(directory)).rejects.toThrow(`Process ${writer.pid} writes to the log`);
      writer.stdout.resume();
      // Looked through while it is written, a log is not taken for a damaged one. It grows fast, and each look with it.
      for (let look = 0; look < 20; look += 1)
        expect((await verifyLog({ directory, keys, isRunning: true })).findings).toEqual([]);
      writer.kill('SIGKILL');
      await once(writer, 'close');
      const log = await openLog(directory);
      expect(log.size).toBeGreaterThan(0);
      await log.close();
      remove();
    },
    LONG_ENOUGH_MS,
  );

  it(`${KILLS} times has lost no leaf that it acknowledged, and its log verifies each time`, async () => {
    const { directory, remove } = temporaryFolder(diskFolder());
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const now = await writeUntilKilled(directory, 50 + 83 * kill);
      acknowledged.push(...now);
      const log = await openLog(directory);
      // All of them once more at the end; each time those since the last kill.
      for (const line of kill === KILLS - 1 ? acknowledged : now) {
        const [index, hash] = line.split(' ') as [string, string];
        const text = await log.leaf(Number(index));
        expect(leafHash(Buffer.from(text ?? '')).toString('base64url')).toBe(hash);
      }
      await log.close();
      const { findings, range } = await verifyLog({ directory, keys, isRunning: true });
      expect({ kill, findings }).toEqual({ kill, findings: [] });
      expect(range.size).toBeGreaterThanOrEqual(acknowledged.length);
    }
    expect(acknowledged.length).toBeGreaterThan(4_000);
    remove();
  }, 120_000);
});
