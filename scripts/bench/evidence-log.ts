import { execFile } from 'node:child_process';
import { generateKeyPairSync, hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Checkpointer } from '@pasarela/schema/evidence/checkpoints/checkpointer';
import { LEAF_FORMAT, type RecordedLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { EvidenceLog } from '@pasarela/schema/evidence/log/evidence-log';
import { formatNoteKey, parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { logSigner, type NoteSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import Table from 'cli-table3';
import { inTemporaryFolder } from './temporary-folder';

const APPENDERS = 50;
const APPEND_SECONDS = 5;
const LEAVES = 1_000_000;
/** Appended at once to make the large log: not what is measured. */
const MANY = 5_000;

/** Measures the evidence log: appends a second by 50 at a time, then opening and verifying a million leaves. */
export async function benchEvidenceLog(): Promise<void> {
  await inTemporaryFolder(async ({ folder }) => {
    const signer = logSigner('bench.example/evidence', generateKeyPairSync('ed25519').privateKey);
    const appended = await benchAppends(path.join(folder, 'appends'), signer);
    const directory = path.join(folder, 'million');
    await makeLog(directory, signer);
    const key = path.join(folder, 'key');
    writeFileSync(key, formatNoteKey(signer.key));
    const verified = await inOwnProcess('evidence-verify', directory, key);
    const opened = await inOwnProcess('evidence-open', directory, key);
    const table = new Table({ head: ['what', 'figure', 'peak memory'], style: { head: [], border: [] } });
    table.push(
      [`appends by ${APPENDERS} at a time, each waiting for the disk`, `${Math.round(appended)}/s`, ''],
      [`verify ${LEAVES} leaves`, `${verified.seconds.toFixed(1)} s`, `${verified.megabytes} MB`],
      [`open (looks through) ${LEAVES} leaves`, `${opened.seconds.toFixed(1)} s`, `${opened.megabytes} MB`],
    );
    process.stdout.write(`${table.toString()}\n`);
  });
}

/** Looks through a log in this process, and prints seconds and peak memory. Called by the measurement above. */
export async function benchLook(how: 'evidence-verify' | 'evidence-open', directory: string, keyText: string) {
  const keys = { log: parseNoteKey(keyText) };
  const start = performance.now();
  if (how === 'evidence-open') await (await EvidenceLog.open({ directory, keys })).close();
  else if ((await verifyLog({ directory, keys })).findings.length > 0)
    throw new Error('the log of the benchmark is not whole');
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

async function inOwnProcess(
  how: string,
  directory: string,
  key: string,
): Promise<{ seconds: number; megabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [process.argv[1] as string, how, directory, key]);
  return JSON.parse(stdout);
}

async function benchAppends(directory: string, signer: NoteSigner): Promise<number> {
  const { log, checkpointer } = await openSigned(directory, signer);
  const end = performance.now() + APPEND_SECONDS * 1000;
  const appendToTheEnd = async () => {
    while (performance.now() < end) await log.append(leafOf(log.size));
  };
  await Promise.all(Array.from({ length: APPENDERS }, appendToTheEnd));
  const { size } = log;
  await checkpointer.close();
  await log.close();
  return size / APPEND_SECONDS;
}

async function makeLog(directory: string, signer: NoteSigner): Promise<void> {
  const { log, checkpointer } = await openSigned(directory, signer);
  while (log.size < LEAVES) {
    const from = log.size;
    await Promise.all(Array.from({ length: MANY }, (_, at) => log.append(leafOf(from + at))));
    if (log.size % 200_000 === 0) process.stderr.write(`${log.size} leaves\n`);
  }
  await checkpointer.close();
  await log.close();
}

async function openSigned(directory: string, signer: NoteSigner) {
  const log = await EvidenceLog.open({ directory, keys: { log: signer.key } });
  const onFailure = (error: unknown) => {
    throw error;
  };
  return { log, checkpointer: new Checkpointer({ log, signer, onFailure }) };
}

/** A leaf of the size of a saved question's. */
function leafOf(number: number): RecordedLeaf {
  const digest = hash('sha256', String(number), 'base64url');
  return {
    kind: 'GATEWAY_DISCLOSURE',
    format: LEAF_FORMAT,
    time: '2026-05-01T10:00:00.000Z',
    requestId: `request-${number}`,
    requester: { party: 'PAN', agency: 'SNM', id: 'analyst@snm.example', roles: ['ANALYST'] },
    purpose: 'STATISTICS',
    caseReference: null,
    ruleSetVersion: digest,
    agreements: ['TRILATERAL-STATISTICS'],
    rules: ['COL-STATISTICS', 'PAN-STATISTICS', 'USA-STATISTICS'],
    disclosed: Array.from({ length: 12 }, (_, field) => `Crossing.field${field}`),
    lowered: [{ coordinate: 'Crossing.crossedOn', level: 'month', rule: 'DATES-BY-MONTH' }],
    withheld: [{ coordinate: 'Person.birthDate', rule: null }],
    answerDigest: digest,
    operation: { digest, text: '{\n  crossings(month: $literal1) {\n    month\n    count\n  }\n}' },
    subgraphs: [{ log: 'panama-darien-flow', index: number, leafHash: digest }],
  };
}
