import { type CanonicalValue, canonicalJson } from './canonical-json';
import type { LeafContent } from './leaf';

/** The most bytes of a leaf: a content that needs more is refused before anything is written. */
export const MAX_LEAF_BYTES = 8 * 1024 * 1024;

/** A leaf whose number is not given out yet. */
export interface PreparedLeaf {
  readonly content: LeafContent;
  /** What stands before the number, in pieces. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of the text, without the number. */
  readonly bytes: number;
  readonly requestId: string | undefined;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** All of a leaf but its number, written once, before it waits for its turn. @throws RangeError when it is too large */
export function prepareLeaf(content: LeafContent, blind: string): PreparedLeaf {
  const text = canonicalJson({ ...content, blind, sequence: 0 } as unknown as CanonicalValue);
  const at = text.lastIndexOf(',"sequence":0') + ',"sequence":'.length;
  return preparedLeaf(content, [text.slice(0, at)], [text.slice(at + 1)]);
}

/** A leaf whose line is written, but for the number between its pieces. @throws RangeError when it is too large */
export function preparedLeaf(content: LeafContent, before: readonly string[], after: readonly string[]): PreparedLeaf {
  const bytes = bytesOf(before) + bytesOf(after);
  if (bytes > MAX_LEAF_BYTES - 32) throw new RangeError('The leaf is too large.');
  const requestId = 'requestId' in content ? content.requestId : undefined;
  return { content, before, after, bytes, requestId, time: Date.parse(content.time) };
}

const bytesOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);

const SEQUENCE = Buffer.from(',"sequence":');
const KIND_RETENTION = Buffer.from('"kind":"RETENTION"');
const KIND_RESTORATION = Buffer.from('"kind":"RESTORATION"');

/**
 * The number that a line says it has, found without reading the rest; undefined when it says none. A quotation mark
 * within a text is escaped, so the member's name can stand nowhere else.
 */
export function sequenceIn(line: Buffer): number | undefined {
  const at = line.lastIndexOf(SEQUENCE);
  if (at < 0) return undefined;
  let [position, number] = [at + SEQUENCE.length, 0];
  for (let digit = digitAt(line, position); digit >= 0; digit = digitAt(line, position)) {
    number = number * 10 + digit;
    position += 1;
  }
  return position > at + SEQUENCE.length && number <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** The text of a member of a line whose values need no escapes (ids, times), found like the number. */
export function textIn(line: Buffer, member: 'requestId' | 'time'): string | undefined {
  const name = `,"${member}":"`;
  const at = line.lastIndexOf(name);
  if (at < 0) return undefined;
  const start = at + name.length;
  return line.toString('utf8', start, line.indexOf('"', start));
}

/** Whether a line says that older leaves were dropped. */
export const isRetention = (line: Buffer): boolean => line.includes(KIND_RETENTION);

/** Whether a line says that the log goes on from an older copy. */
export const isRestoration = (line: Buffer): boolean => line.includes(KIND_RESTORATION);

function digitAt(line: Buffer, position: number): number {
  const digit = (line[position] ?? 0) - 0x30;
  return digit <= 9 ? digit : -1;
}
