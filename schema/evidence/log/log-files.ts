import path from 'node:path';

const SEGMENT = /^(\d{16})\.jsonl$/;

/** The files of a log, under its folder. One place for these names. */
export const logFiles = {
  /** The hashes of the tree, in stored order. */
  hashes: (directory: string) => path.join(directory, 'hashes'),
  /** Every checkpoint that the log signed, a JSON string a line. */
  checkpoints: (directory: string) => path.join(directory, 'checkpoints.jsonl'),
  /** Leaves, one a line, in files that begin at some leaf. */
  segments: (directory: string) => path.join(directory, 'segments'),
  segment: (directory: string, first: number) => path.join(directory, 'segments', `${numberOf(first)}.jsonl`),
  /** Where each leaf of a segment stands: made again when it is missing. */
  index: (directory: string, first: number) => path.join(directory, 'segments', `${numberOf(first)}.index`),
  /** What a log that this one goes on from signed with, and its checkpoints. */
  former: (directory: string) => path.join(directory, 'former'),
  formerCheckpoints: (directory: string, keyId: string) => path.join(directory, 'former', keyId, 'checkpoints.jsonl'),
  formerKey: (directory: string, keyId: string) => path.join(directory, 'former', keyId, 'log.key'),
  lock: (directory: string) => path.join(directory, 'writer.lock'),
  writer: (directory: string) => path.join(directory, 'writer.pid'),
} as const;

/** The numbers of the first leaves of segments, by the names in their folder, in order. */
export const segmentsIn = (names: readonly string[]): number[] =>
  names
    .map((name) => SEGMENT.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);

const numberOf = (first: number): string => String(first).padStart(16, '0');
