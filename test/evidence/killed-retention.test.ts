import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isIncluded } from '@pasarela/schema/evidence/merkle/verify-inclusion';
import { formatNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { logSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { disclosure, openLog, privateKeyOf, temporaryFolder } from '@pasarela/schema/testing/evidence';
import { runCommand } from '../federation/start-product';

const NAME = 'pasarela-gateway';
const COMMAND = path.join(path.dirname(schemaDirectory), 'scripts', 'dist', 'evidence', 'main.js');
const OLD_LEAVES = 250;
const KILLS = 4;
const privateKey = privateKeyOf(NAME);
const keys = { log: logSigner(NAME, privateKey).key };

/** An operator's `retain` is killed in its middle, again and again. */
describe('a retention that is killed', () => {
  const { directory: data, remove } = temporaryFolder();
  const directory = path.join(data, 'evidence', NAME);
  const words = ['retain', '--log', directory, '--before', '2016-01-01', '--by', 'archive@snm.example', '--lang', 'en'];
  const hashes: Buffer[] = [];
  const segments = () => readdirSync(path.join(directory, 'segments')).filter((name) => name.endsWith('.jsonl')).length;

  beforeAll(async () => {
    for (const file of [keyFiles.evidence(data, NAME), keyFiles.evidencePublic(data, NAME)])
      mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(keyFiles.evidence(data, NAME), JSON.stringify(privateKey.export({ format: 'jwk' })));
    writeFileSync(keyFiles.evidencePublic(data, NAME), formatNoteKey(keys.log));
    const log = await openLog(directory, { keys, segmentBytes: 1 });
    const append = async (time: string) =>
      hashes.push(Buffer.from((await log.append(disclosure(log.size, time))).leafHash, 'base64url'));
    for (let number = 0; number < OLD_LEAVES; number += 1) await append('2012-05-01T10:00:00.000Z');
    for (let number = 0; number < 3; number += 1) await append('2026-05-01T10:00:00.000Z');
    await log.close();
  }, 60_000);
  afterAll(() => remove());

  /** Kills the command once so many files are gone. Returns whether it was killed before its end. */
  const killAfter = async (gone: number): Promise<boolean> => {
    const before = segments();
    const command = spawn(process.execPath, [COMMAND, ...words], {
      stdio: 'ignore',
    });
    const ended = once(command, 'exit');
    while (command.exitCode === null && before - segments() < gone) await setTimeout(1);
    command.kill('SIGKILL');
    const [, signal] = await ended;
    return signal === 'SIGKILL';
  };

  it(`${KILLS} times leaves a log that verifies each time, and is finished by the same command`, async () => {
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (await killAfter(1 + kill * 13)) killed += 1;
      const { findings } = await verifyLog({ directory, keys, isRunning: true });
      expect({ kill, findings }).toEqual({ kill, findings: [] });
    }
    expect(killed).toBe(KILLS);
    expect(segments()).toBeGreaterThan(3);
    expect(segments()).toBeLessThan(OLD_LEAVES);
    const { code, output } = await runCommand('evidence/main.js', words);
    expect(output).toContain(`Leaves 0 to ${OLD_LEAVES - 1} of ${NAME} are kept by hash only`);
    expect(code).toBe(0);
    const { findings, firstKept, retention, range } = await verifyLog({ directory, keys });
    expect([findings, firstKept, retention?.firstDropped]).toEqual([[], OLD_LEAVES, 0]);
    // Stated once, however often it was cut off.
    expect(range.size).toBe(OLD_LEAVES + 4);
    expect(readdirSync(path.join(directory, 'segments')).some((name) => name.startsWith('0000000000000000'))).toBe(
      false,
    );
  }, 300_000);

  it('has lost no proof of what it dropped', async () => {
    const log = await openLog(directory, { keys });
    for (const [index, leafHash] of hashes.entries())
      expect(isIncluded({ index, leafHash, proof: await log.inclusionProof(index, log.size) }, log.head)).toBe(true);
    await log.close();
  });
});
