import type { Checkpoint, CheckpointKeys } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { isConsistent } from '@pasarela/schema/evidence/merkle/verify-consistency';
import { type Finding, findingText } from '@pasarela/schema/evidence/verification/finding';
import type { Language } from '@pasarela/schema/localized-text';
import { z } from 'zod';
import { fetchText } from './fetch-text';
import { KeptCheckpoints } from './kept-checkpoints';
import { checkpointOf } from './read-given';
import { EXIT, say, VerifyFault } from './texts';
import type { Verdict } from './verify';

/** Whose checkpoints are kept, and where. */
export interface KeepOptions {
  readonly keys: CheckpointKeys;
  /** The gateway's address. */
  readonly url: string;
  /** The folder of the partner who keeps them. */
  readonly folder: string;
  readonly language: Language;
}

const consistencyAnswer = z.object({ proof: z.array(z.string().regex(/^[\w-]{43}$/)).max(200) });

/**
 * Has a log's newest checkpoint, and keeps it once it is shown that the log goes on from what was kept before.
 *
 * INVARIANT: a log that forked or went back is said to have, and what is kept stays: nobody can undo it.
 * @throws VerifyFault when nothing could be had: then nothing is said about the log
 */
export async function keepNewest({ keys, url, folder, language }: KeepOptions): Promise<Verdict> {
  const kept = new KeptCheckpoints(folder, keys);
  const before = kept.newest();
  const now = checkpointOf(await text(url, 'evidence/checkpoint'), url, keys);
  const finding = before && (await contradiction(before, now, url));
  const { name: log } = keys.log;
  if (finding) {
    const file = await kept.keepProof(now);
    const lines = [say('wrong', language, { log }), findingText(finding, language), say('proof', language, { file })];
    return { lines, exitCode: EXIT.wrong };
  }
  if (before?.size !== now.size) await kept.keep(now);
  const slots = { log, size: now.size, before: before?.size ?? 0, root: now.root.toString('base64') };
  return { lines: [say(before ? 'kept' : 'keptFirst', language, slots)], exitCode: EXIT.proven };
}

/** How a log contradicts what it signed before; undefined where it goes on from it. */
async function contradiction(before: Checkpoint, now: Checkpoint, url: string): Promise<Finding | undefined> {
  if (now.size < before.size) return { code: 'ROLLED_BACK', leaf: now.size, to: before.size - 1 };
  const proof = now.size === before.size || before.size === 0 ? [] : await proofOf(before, now, url);
  return isConsistent(before, now, proof) ? undefined : { code: 'FORK', leaf: 0, to: before.size - 1 };
}

async function proofOf(before: Checkpoint, now: Checkpoint, url: string): Promise<Buffer[]> {
  const answer = await text(url, 'evidence/consistency', { from: String(before.size), to: String(now.size) });
  try {
    return consistencyAnswer.parse(JSON.parse(answer)).proof.map((hash) => Buffer.from(hash, 'base64url'));
  } catch {
    throw new VerifyFault('noCheckpoint', { url });
  }
}

async function text(url: string, where: string, words: Record<string, string> = {}): Promise<string> {
  try {
    return await fetchText(url, where, words);
  } catch {
    throw new VerifyFault('noCheckpoint', { url });
  }
}
