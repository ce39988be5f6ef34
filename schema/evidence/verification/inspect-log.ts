import type { Checkpoint, CheckpointKeys } from '../checkpoints/checkpoint';
import { openCheckpoint } from '../checkpoints/checkpoint';
import { lastCheckpoint } from '../log/checkpoint-file';
import { type FileSystem, type OpenFile, openIfThere } from '../log/file-system';
import { logFiles, segmentsIn } from '../log/log-files';
import type { Rest } from '../log/read-lines';
import { readLines } from '../log/read-lines';
import type { CompactRange } from '../merkle/compact-range';
import { NoteRefusedError } from '../notes/signed-note';
import type { Finding } from './finding';
import { HashStream } from './hash-stream';
import { HeadsToMeet } from './heads-to-meet';
import { LeafWalk } from './leaf-walk';
import type { ReceivedLeaf } from './received-leaf';
import type { StatedRestoration, StatedRetention } from './stated-by-log';

/** A log to be looked through, and what is known of it from elsewhere. */
export interface InspectionOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly keys: CheckpointKeys;
  /** Checkpoints that somebody else kept: the log must hold all that they cover. */
  readonly held?: readonly Checkpoint[];
  /** Leaves that somebody has receipts of. */
  readonly received?: readonly ReceivedLeaf[];
  /** Verifies each signature of the log's own checkpoints; otherwise that of the last. */
  readonly everySignature?: boolean;
  /** Hears of each segment as it begins, and of each line that is a leaf in its place. */
  readonly listener?: InspectionListener;
}

/** Who makes something of the leaves while they are looked through. */
export interface InspectionListener {
  segmentStart(first: number, isLast: boolean): Promise<void>;
  leaf(line: Buffer): void;
}

/** What a log is found to be. */
export interface Inspection {
  /** The tree of its leaves. */
  readonly range: CompactRange;
  /** The first leaf that was not dropped. */
  readonly firstKept: number;
  /** What the log says, signed, that it dropped, the last time; undefined where it never did. */
  readonly retention: StatedRetention | undefined;
  /** From which copies the log says, signed, that it went on, the oldest first. */
  readonly restorations: readonly StatedRestoration[];
  /** The first leaves of its segments. */
  readonly segments: readonly number[];
  readonly lastCheckpoint: Checkpoint | undefined;
  /** Where the file of checkpoints ends. */
  readonly checkpointsEnd: number;
  /** For how many leaves hashes are stored. */
  readonly storedLeaves: number;
  /** A line at the very end that was cut by a crash, behind all that is known to have been durable. */
  readonly torn: { readonly segment: number; readonly offset: number } | undefined;
  readonly findings: readonly Finding[];
}

/** Looks through a whole log, once, in memory that does not grow with it, and says everything that is wrong. */
export async function inspectLog(options: InspectionOptions): Promise<Inspection> {
  const { directory, fileSystem } = options;
  const hashes = await openIfThere(fileSystem, logFiles.hashes(directory));
  const checkpoints = await openIfThere(fileSystem, logFiles.checkpoints(directory));
  try {
    return await inspect(options, { hashes, checkpoints });
  } finally {
    await hashes?.close();
    await checkpoints?.close();
  }
}

interface LogParts {
  readonly hashes: OpenFile | undefined;
  readonly checkpoints: OpenFile | undefined;
}

async function inspect(options: InspectionOptions, { hashes, checkpoints }: LogParts): Promise<Inspection> {
  const { directory, fileSystem, keys, held = [], everySignature = false } = options;
  const findings: Finding[] = [];
  const last = await lastOf(checkpoints, keys, findings);
  const stored = await HashStream.open(hashes, last.checkpoint?.size ?? 0);
  const heads = await HeadsToMeet.open({
    kept: checkpoints,
    keptEnd: last.end,
    held,
    keys: everySignature ? keys : undefined,
  });
  const durable = Math.max(last.checkpoint?.size ?? 0, stored.leaves);
  const walk = new LeafWalk({
    stored,
    heads,
    durable,
    signed: last.checkpoint?.size ?? 0,
    received: options.received ?? [],
    listener: options.listener,
    findings,
  });
  // After what was signed was read: a running log may begin another file meanwhile.
  const segments = segmentsIn(await fileSystem.list(logFiles.segments(directory)));
  const firstKept = segments[0] ?? 0;
  await walk.dropped(firstKept);
  const torn = await walkSegments(options, segments, walk);
  await walk.end();
  findings.push(...heads.refused.map((size) => ({ code: 'CHECKPOINT_REFUSED', leaf: size, to: size }) as const));
  return {
    range: walk.range,
    firstKept,
    retention: walk.statedRetention,
    restorations: walk.restorations,
    segments,
    lastCheckpoint: last.checkpoint,
    checkpointsEnd: last.end,
    storedLeaves: stored.leaves,
    torn,
    findings,
  };
}

async function walkSegments(
  { directory, fileSystem, listener }: InspectionOptions,
  segments: readonly number[],
  walk: LeafWalk,
): Promise<Inspection['torn']> {
  let torn: Inspection['torn'];
  for (const first of segments) {
    if (walk.isOver) break;
    await listener?.segmentStart(first, first === segments.at(-1));
    const file = await fileSystem.open(logFiles.segment(directory, first), 'READ');
    const rest = await walk
      .startSegment(first)
      .then(() => walkLines(file, walk))
      .finally(() => file.close());
    if (rest.bytes.length === 0) continue;
    if (walk.isBehindDurable && first === segments.at(-1)) torn = { segment: first, offset: rest.offset };
    else walk.brokenLine();
  }
  return torn;
}

/** Takes the lines of a file. Returns what is left over: nothing, a line that was cut, or space never written. */
async function walkLines(file: OpenFile, walk: LeafWalk): Promise<Rest> {
  const lines = readLines(file);
  let offset = 0;
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return value;
    for (const line of value) {
      if (walk.isOver) return { offset, bytes: Buffer.alloc(0) };
      if (walk.isNeverWritten(line)) return { offset, bytes: line };
      const wait = walk.line(line);
      if (wait) await wait;
      offset += line.length + 1;
    }
  }
}

async function lastOf(file: OpenFile | undefined, keys: CheckpointKeys, findings: Finding[]) {
  try {
    const { note, end } = file ? await lastCheckpoint(file) : { note: undefined, end: 0 };
    return { checkpoint: note === undefined ? undefined : openCheckpoint(note, keys), end };
  } catch (error) {
    if (!(error instanceof NoteRefusedError)) throw error;
    findings.push({ code: 'CHECKPOINT_REFUSED', leaf: 0 });
    return { checkpoint: undefined, end: 0 };
  }
}
