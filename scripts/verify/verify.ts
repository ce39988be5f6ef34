import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Checkpoint, CheckpointKeys } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import type { NoteKey } from '@pasarela/schema/evidence/notes/note-key';
import type { Receipt } from '@pasarela/schema/evidence/receipts/receipt';
import { verifyReceipt } from '@pasarela/schema/evidence/receipts/verify-receipt';
import { type Finding, findingText } from '@pasarela/schema/evidence/verification/finding';
import type { Inspection } from '@pasarela/schema/evidence/verification/inspect-log';
import type { StatedRestoration } from '@pasarela/schema/evidence/verification/stated-by-log';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { fetchProof } from './fetch-proof';
import { type FormerCheckpoints, formerCheckpoints } from './former-log';
import { checkpointOf, readHeld, readKeys, readReceipt } from './read-given';
import { EXIT, say, VerifyFault } from './texts';

/** What the command was called with. */
export interface VerifyFlags {
  readonly key?: string;
  readonly log?: string;
  readonly receipt?: string;
  readonly checkpoint?: readonly string[];
  readonly formerKey?: string;
  readonly url?: string;
  readonly running?: boolean;
  readonly lang: Language;
}

/** What is printed, a line each, and how the command ends. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

interface Given {
  readonly keys: CheckpointKeys;
  readonly held: readonly Checkpoint[];
  /** Those that a log signed from which this one goes on, and its key. */
  readonly former: { readonly key: NoteKey; readonly held: readonly Checkpoint[] } | undefined;
  readonly receipt: Receipt | undefined;
  readonly language: Language;
}

/** Verifies what is given, with the pinned key. @throws VerifyFault when it cannot be looked at */
export async function verify(flags: VerifyFlags): Promise<Verdict> {
  if (!flags.key || !(flags.log || flags.receipt || flags.checkpoint)) throw new VerifyFault('usage');
  const keys = readKeys(flags.key);
  const formerKeys = flags.formerKey ? readKeys(flags.formerKey) : undefined;
  const { held, former } = readHeld(flags.checkpoint ?? [], keys, formerKeys);
  const receipt = flags.receipt ? await withProof(readReceipt(flags.receipt, keys), flags.url) : undefined;
  const given = { keys, held, former, receipt, language: flags.lang };
  if (flags.log) return logVerdict(flags.log, given, flags.running ?? false);
  return receipt ? receiptVerdict(receipt, given) : checkpointsVerdict(given);
}

const withProof = async (receipt: Receipt, url: string | undefined): Promise<Receipt> =>
  url === undefined ? receipt : fetchProof(url, receipt);

async function logVerdict(directory: string, given: Given, isRunning: boolean): Promise<Verdict> {
  if (!existsSync(path.join(directory, 'segments'))) throw new VerifyFault('noLog', { file: directory });
  const { keys, held, receipt, language } = given;
  const received = receipt ? [{ index: receipt.index, leafHash: Buffer.from(receipt.leafHash, 'base64url') }] : [];
  const covering = receipt?.checkpoint ? [checkpointOf(receipt.checkpoint, 'receipt', keys)] : [];
  const all = { directory, keys, held: [...held, ...covering], received, isRunning };
  const first = await verifyLog(all);
  const former = given.former && formerCheckpoints(given.former.held, given.former.key, first);
  const inspection = former ? await verifyLog({ ...all, held: [...all.held, ...former.within] }) : first;
  const findings = [...inspection.findings, ...(former?.findings ?? [])];
  if (findings.length > 0) return wrong([say('wrong', language, { log: keys.log.name })], findings, language);
  const isPending = receipt !== undefined && receipt.index >= (inspection.lastCheckpoint?.size ?? 0);
  const lines = [...logLines(inspection, given), ...formerLines(given, former), ...receivedLines(inspection, given)];
  return { lines, exitCode: isPending ? EXIT.pending : EXIT.proven };
}

function logLines(
  { range, firstKept, lastCheckpoint, ...said }: Inspection,
  { keys, held, language }: Given,
): string[] {
  const { size } = range;
  const signed = lastCheckpoint?.size ?? 0;
  const log = keys.log.name;
  const root = lastCheckpoint?.root.toString('base64') ?? '';
  return [
    size + signed === 0
      ? say('empty', language, { log })
      : say('whole', language, { log, size, last: signed - 1, root }),
    ...(firstKept > 0 ? [retentionLine(firstKept, said.retention, language)] : []),
    ...said.restorations.map((restoration) => restorationLine(restoration, language)),
    ...(size > signed ? [say('unsigned', language, { first: signed, last: size - 1 })] : []),
    ...(held.length > 0 ? [say('held', language, { count: held.length })] : []),
  ];
}

function formerLines({ former, language }: Given, sorted: FormerCheckpoints | undefined): string[] {
  const [count, within] = [former?.held.length ?? 0, sorted?.within.length ?? 0];
  return sorted ? [say('former', language, { count, within, lost: count - within })] : [];
}

function retentionLine(count: number, retention: Inspection['retention'], language: Language): string {
  const { leaf = 0, olderThan = '', by = '', rule = '' } = retention ?? {};
  return say('dropped', language, { count, leaf, olderThan, by: printable(by), rule: printable(rule) });
}

function restorationLine(restoration: StatedRestoration, language: Language): string {
  const { leaf, lastKnown, formerKey, by, reason } = restoration;
  const [name, keyId] = formerKey.split('+');
  const slots = { leaf, last: lastKnown.size - 1, key: printable(`${name}+${keyId}`) };
  return say('restored', language, { ...slots, by: printable(by), reason: printable(reason) });
}

function receivedLines({ lastCheckpoint }: Inspection, { keys, receipt, language }: Given): string[] {
  if (!receipt) return [];
  const { index: leaf } = receipt;
  const size = lastCheckpoint?.size ?? 0;
  return [
    size > leaf ? say('included', language, { leaf, log: keys.log.name, size }) : say('pending', language, { leaf }),
  ];
}

function receiptVerdict(receipt: Receipt, { keys, held, language }: Given): Verdict {
  const { index: leaf, checkpoint: note } = receipt;
  if (note !== null) checkpointOf(note, 'receipt', keys);
  const verdict = verifyReceipt(receipt, keys);
  if (verdict.status === 'REFUSED') return wrong([], [verdict.finding], language);
  const { checkpoint } = verdict;
  if (verdict.status === 'PENDING' || !checkpoint)
    return { lines: [say('pending', language, { leaf })], exitCode: EXIT.pending };
  const forks = forksOf([...held, checkpoint]);
  if (forks.length > 0) return wrong([], forks, language);
  const lines = [say('included', language, { leaf, log: keys.log.name, size: checkpoint.size })];
  return { lines: [...lines, ...witnessLines([checkpoint], language)], exitCode: EXIT.proven };
}

function checkpointsVerdict({ keys, held, language }: Given): Verdict {
  const forks = forksOf(held);
  if (forks.length > 0) return wrong([], forks, language);
  if (new Set(held.map(({ size }) => size)).size > 1)
    return { lines: [say('needsLog', language)], exitCode: EXIT.pending };
  const lines = [say('sameTree', language, { log: keys.log.name }), ...witnessLines(held, language)];
  return { lines, exitCode: EXIT.proven };
}

/** Two trees of one size that the log signed: it told one thing to one and another to another. */
function forksOf(checkpoints: readonly Checkpoint[]): Finding[] {
  const forked = checkpoints.find(({ size, root }) =>
    checkpoints.some((other) => other.size === size && !other.root.equals(root)),
  );
  return forked ? [{ code: 'FORK', leaf: 0, to: forked.size - 1 }] : [];
}

function witnessLines(checkpoints: readonly Checkpoint[], language: Language): string[] {
  const names = [...new Set(checkpoints.flatMap(({ witnesses }) => witnesses))];
  return names.length > 0 ? [say('witnessed', language, { names: names.join(', ') })] : [];
}

const wrong = (lines: readonly string[], findings: readonly Finding[], language: Language): Verdict => ({
  lines: [...lines, ...findings.map((finding) => findingText(finding, language))],
  exitCode: EXIT.wrong,
});
