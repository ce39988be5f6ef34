import { type CanonicalValue, canonicalJson } from './canonical-json';
import type { LeafContent, LeafSeal } from './leaf';

/** The most bytes of a leaf: a content that needs more is refused before anything is written. */
export const MAX_LEAF_BYTES = 8 * 1024 * 1024;

/** The line of a leaf, without its line break: what is hashed. */
export const leafText = (content: LeafContent, seal: LeafSeal): string =>
  canonicalJson({ ...content, ...seal } as unknown as CanonicalValue);

const SEQUENCE = Buffer.from(',"sequence":');
const KIND_RETENTION = Buffer.from('"kind":"RETENTION"');

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

/** Whether a line says that older leaves were dropped. */
export const isRetention = (line: Buffer): boolean => line.includes(KIND_RETENTION);

function digitAt(line: Buffer, position: number): number {
  const digit = (line[position] ?? 0) - 0x30;
  return digit <= 9 ? digit : -1;
}
