import { createPrivateKey, hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheckpointKeys, signCheckpoint } from '../evidence/checkpoints/checkpoint';
import { LEAF_FORMAT, type RecordedLeaf } from '../evidence/leaves/leaf';
import { EvidenceLog, type EvidenceLogOptions } from '../evidence/log/evidence-log';
import type { FileSystem, OpenFile } from '../evidence/log/file-system';
import { nodeFileSystem } from '../evidence/log/file-system';
import { logSigner, type NoteSigner } from '../evidence/notes/note-signer';
import type { RetentionOrder } from '../evidence/retention/retention-order';

/** The name of the log of tests. */
export const LOG_NAME = 'gateway.pasarela.test/evidence';

/** An Ed25519 private key made of a word, the same each time. */
export const privateKeyOf = (word: string) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), hash('sha256', word, 'buffer')]),
    format: 'der',
    type: 'pkcs8',
  });

/** Who signs for the log of tests, and the keys that verify it. */
export const signer: NoteSigner = logSigner(LOG_NAME, privateKeyOf('log'));
export const keys: CheckpointKeys = { log: signer.key };

/** A hash that stands for something. */
export const hashOf = (word: string): string => hash('sha256', word, 'base64url');

/** A disclosure by the gateway that is like any other but for its number. */
export const disclosure = (number: number, time = '2026-05-01T10:00:00.000Z'): RecordedLeaf => ({
  kind: 'GATEWAY_DISCLOSURE',
  format: LEAF_FORMAT,
  time,
  requestId: `request-${number}`,
  requester: { party: 'PAN', agency: 'SNM', id: 'analyst@snm.example', roles: ['ANALYST'] },
  purpose: 'STATISTICS',
  caseReference: null,
  ruleSetVersion: 'v7',
  agreements: ['TRILATERAL-STATISTICS'],
  rules: ['COL-STATISTICS'],
  disclosed: ['Query.crossings', 'Crossing.month', 'Crossing.count'],
  lowered: [{ coordinate: 'Crossing.crossedOn', level: 'month', rule: 'DATES-BY-MONTH' }],
  withheld: [{ coordinate: 'Person.birthDate', rule: null }],
  answerDigest: hashOf(`answer ${number}`),
  operation: { digest: hashOf('operation'), text: '{\n  crossings(month: $literal1) {\n    month\n    count\n  }\n}' },
  subgraphs: [{ log: 'panama-darien-flow', index: number, leafHash: hashOf(`leaf ${number}`) }],
});

/** A folder of its own, and how to remove it. */
export function temporaryFolder(parent = tmpdir()): { directory: string; remove: () => void } {
  const directory = mkdtempSync(path.join(parent, 'pasarela-evidence-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Opens a log of tests. */
export const openLog = (directory: string, options: Partial<EvidenceLogOptions> = {}): Promise<EvidenceLog> =>
  EvidenceLog.open({ directory, keys, ...options });

/** An order to drop leaves, which all tests give alike but for the times. */
export const retentionOrder = (before: string, now: string, changes: Partial<RetentionOrder> = {}): RetentionOrder => ({
  before: new Date(before),
  now: new Date(now),
  minimum: 'P1D',
  by: 'archive@snm.example',
  rule: 'Schedule 7',
  ...changes,
});

/** Drops leaves as a recorder does: stated, signed, done. Returns the first leaf that is kept. */
export async function retain(log: EvidenceLog, order: RetentionOrder): Promise<number> {
  const stated = await log.stateRetention(order);
  if (!stated) return log.firstKept;
  await log.keepCheckpoint(signCheckpoint(log.head, signer));
  return log.dropStated(stated);
}

/** What a disk may refuse to do. */
export type DiskOperation = 'write' | 'datasync' | 'truncate' | 'read' | 'open' | 'syncFolder';

/** The real disk, with faults: `fault` says for each operation on a file what error it meets, if any. */
export function faultyFileSystem(fault: (operation: DiskOperation, file: string) => Error | undefined): FileSystem {
  const meet = (operation: DiskOperation, file: string) => {
    const error = fault(operation, file);
    if (error) throw error;
  };
  return {
    ...nodeFileSystem,
    open: async (name, access) => {
      meet('open', name);
      return faultyFile(await nodeFileSystem.open(name, access), (operation) => meet(operation, name));
    },
    syncFolder: async (folder) => {
      meet('syncFolder', folder);
      return nodeFileSystem.syncFolder(folder);
    },
  };
}

/** An error as the system gives it. */
export const diskError = (code: 'ENOSPC' | 'EIO'): Error => Object.assign(new Error(code), { code });

function faultyFile(file: OpenFile, meet: (operation: DiskOperation) => void): OpenFile {
  return {
    ...file,
    read: async (target, position) => {
      meet('read');
      return file.read(target, position);
    },
    write: async (bytes, position) => {
      try {
        meet('write');
      } catch (error) {
        // A full disk takes some of it.
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        throw error;
      }
      return file.write(bytes, position);
    },
    datasync: async () => {
      meet('datasync');
      return file.datasync();
    },
    truncate: async (size) => {
      meet('truncate');
      return file.truncate(size);
    },
  };
}
