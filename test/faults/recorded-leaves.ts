import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { leafHash } from '@pasarela/schema/evidence/merkle/hashing';
import { parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { evidenceFolder } from '@pasarela/scripts/start/open-evidence';
import type { Acknowledged } from './asker';

interface NamedLeaf {
  readonly log: string;
  readonly index: number;
  readonly leafHash: string;
}

/** The whole lines of a log's leaves, read from its files as anybody could. */
export function linesOf(dataDirectory: string, log: string): string[] {
  const folder = path.join(evidenceFolder(dataDirectory, log), 'segments');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return names.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1));
}

/** What is wrong with a log that is being written, by the verification that anybody can do. */
export async function findingsOf(dataDirectory: string, log: string) {
  const key = parseNoteKey(readFileSync(keyFiles.evidencePublic(dataDirectory, log), 'utf8').trim());
  const directory = evidenceFolder(dataDirectory, log);
  return (await verifyLog({ directory, keys: { log: key }, isRunning: true })).findings;
}

/**
 * The answers without evidence: whose leaf is not in the gateway's log, or names a leaf that is not in its owner's,
 * or that hold an owner's values and name no leaf of its log.
 */
export function unrecorded(dataDirectory: string, answers: readonly Acknowledged[]): Acknowledged[] {
  const lines = new Map<string, string[]>();
  const lineOf = ({ log, index, leafHash: hash }: NamedLeaf): string | undefined => {
    if (!lines.has(log)) lines.set(log, linesOf(dataDirectory, log));
    const line = lines.get(log)?.[index];
    return line !== undefined && leafHash(Buffer.from(line)).toString('base64url') === hash ? line : undefined;
  };
  return answers.filter(({ owners, ...leaf }) => {
    const line = lineOf({ log: GATEWAY_NAME, ...leaf });
    if (line === undefined) return true;
    const { subgraphs } = JSON.parse(line) as { subgraphs: NamedLeaf[] };
    return (
      owners.some((owner) => !subgraphs.some(({ log }) => log === owner)) ||
      subgraphs.some((named) => lineOf(named) === undefined)
    );
  });
}
