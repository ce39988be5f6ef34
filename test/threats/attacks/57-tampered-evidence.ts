import { createPrivateKey } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { openCheckpoint, signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { CompactRange } from '@pasarela/schema/evidence/merkle/compact-range';
import { leafHash } from '@pasarela/schema/evidence/merkle/hashing';
import { parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { logSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { evidenceFolder } from '@pasarela/scripts/start/open-evidence';
import { checkpointsUpTo, covered, type LogFiles, linesOf, readLog, writeLog } from '../../evidence/tamper';
import type { Attack, Stage } from '../attack';

/** What happened, and a checkpoint that a partner kept of it. */
interface Witnessed {
  readonly stage: Stage;
  readonly log: LogFiles;
  readonly lines: readonly string[];
  readonly held: string;
}

/** Somebody asks; a partner has the checkpoint that covers it; then whoever runs the gateway changes the log. */
async function witness(stage: Stage): Promise<Witnessed> {
  const ask = () => stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: '{ nationalities { code } }' });
  for (let time = 0; time < 3; time += 1) expect((await ask()).status).toBe(200);
  const covering = await checkpointOver(stage, (await ask()).body.extensions.receipt.index);
  const held = await checkpointOver(stage, (await ask()).body.extensions.receipt.index);
  expect(covering).not.toBe(held);
  const log = readLog(evidenceFolder(stage.dataDirectory, GATEWAY_NAME));
  return { stage, log, lines: linesOf(log), held };
}

/** The gateway's newest checkpoint once it covers a leaf. */
async function checkpointOver(stage: Stage, leaf: number): Promise<string> {
  for (;;) {
    const { text } = await stage.send('/evidence/checkpoint', {});
    if (Number(text.split('\n')[1]) > leaf) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the verification finds in a log, given what the partner kept. */
async function found({ stage: { dataDirectory }, held }: Witnessed, log: LogFiles): Promise<string[]> {
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-tampered-'));
  cpSync(evidenceFolder(dataDirectory, GATEWAY_NAME), directory, { recursive: true });
  try {
    writeLog(directory, log);
    const key = parseNoteKey(readFileSync(keyFiles.evidencePublic(dataDirectory, GATEWAY_NAME), 'utf8').trim());
    const keys = { log: key };
    const { findings } = await verifyLog({ directory, keys, held: [openCheckpoint(held, keys)] });
    return findings.map(({ code }) => code);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const other = (line: string) => line.replace('"purpose":"STATISTICS"', '"purpose":"AUDIT"');

/** Leaves are changed so that everything fits that needs no key: numbers, hashes, how many there are. */
async function change(stage: Stage): Promise<void> {
  const witnessed = await witness(stage);
  const { log, lines } = witnessed;
  expect(await found(witnessed, log)).toEqual([]);
  const at = lines.length - 3;
  const [one, next] = [lines[at] as string, lines[at + 1] as string];
  const changed = {
    edited: lines.with(at, other(one)),
    'deleted, and another put at the end': [...lines.toSpliced(at, 1), other(one)],
    reordered: lines.with(at, next).with(at + 1, one),
  };
  for (const [what, leaves] of Object.entries(changed))
    expect([what, await found(witnessed, covered(log, leaves))]).toEqual([
      what,
      expect.arrayContaining(['ROOT_DIFFERS']),
    ]);
}

/** The tail is cut, and the checkpoints that cover it with it: the rest is whole. */
async function cut(stage: Stage): Promise<void> {
  const witnessed = await witness(stage);
  const size = witnessed.lines.length - 1;
  const rest = {
    ...covered(witnessed.log, witnessed.lines.slice(0, size)),
    checkpoints: checkpointsUpTo(witnessed.log, size),
  };
  expect(await found(witnessed, rest)).toEqual(['ROLLED_BACK']);
}

/** Who has the log's own key signs another history of the same length. */
async function fork(stage: Stage): Promise<void> {
  const witnessed = await witness(stage);
  const size = witnessed.lines.length - 1;
  const lines = witnessed.lines.with(size, other(witnessed.lines[size] as string));
  const range = CompactRange.empty();
  for (const line of lines) range.append(leafHash(Buffer.from(line)));
  const key = readKeyFile(keyFiles.evidence(stage.dataDirectory, GATEWAY_NAME));
  const signer = logSigner(GATEWAY_NAME, createPrivateKey({ key: key as never, format: 'jwk' }));
  const signed = signCheckpoint({ size: range.size, root: range.root() }, signer);
  const checkpoints = Buffer.concat([checkpointsUpTo(witnessed.log, size), Buffer.from(`${JSON.stringify(signed)}\n`)]);
  expect(await found(witnessed, { ...covered(witnessed.log, lines), checkpoints })).toEqual(['FORK']);
}

/** The attacks of threat 57. */
export const attacks: readonly Attack[] = [
  {
    number: 57,
    title: 'a leaf that is edited, deleted or moved shows, though all hashes were made again',
    on: 'product',
    guards: ['rootsCompared'],
    run: change,
  },
  {
    number: 57,
    title: 'a tail that is cut together with its checkpoints shows by the one that a partner keeps',
    on: 'product',
    guards: ['tailMissed'],
    run: cut,
  },
  {
    number: 57,
    title: "another history under the log's own key shows by the checkpoint that a partner keeps",
    on: 'product',
    guards: ['rootsCompared'],
    run: fork,
  },
];
