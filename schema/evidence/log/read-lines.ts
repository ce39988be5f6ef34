import { MAX_LEAF_BYTES } from '../leaves/leaf-text';
import type { OpenFile } from './file-system';

const CHUNK_BYTES = 1024 * 1024;
const LINE_BREAK = 0x0a;

/** What stands in a file after its last whole line: nothing, or a line that was cut. */
export interface Rest {
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * The lines of a file, without their breaks, some at a time, in memory that does not grow with the file. Returns
 * what is left over.
 *
 * INVARIANT: a line is valid until the next ones are asked for: its bytes are used again.
 */
export async function* readLines(file: OpenFile): AsyncGenerator<readonly Buffer[], Rest> {
  let [buffer, filled, offset] = [Buffer.allocUnsafe(CHUNK_BYTES), 0, 0];
  for (;;) {
    if (filled === buffer.length) buffer = twiceAs(buffer);
    const read = await file.read(buffer.subarray(filled), offset + filled);
    filled += read;
    const { lines, end } = linesIn(buffer.subarray(0, filled), filled - read);
    if (lines.length > 0) yield lines;
    buffer.copyWithin(0, end, filled);
    offset += end;
    filled -= end;
    if (read === 0 || filled > MAX_LEAF_BYTES) return { offset, bytes: buffer.subarray(0, filled) };
  }
}

function twiceAs(buffer: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(buffer.length * 2);
  buffer.copy(larger);
  return larger;
}

/** The whole lines of some bytes; breaks are looked for where none was seen yet. */
function linesIn(bytes: Buffer, seen: number): { lines: Buffer[]; end: number } {
  const lines: Buffer[] = [];
  let end = 0;
  for (let at = bytes.indexOf(LINE_BREAK, seen); at >= 0; at = bytes.indexOf(LINE_BREAK, end)) {
    lines.push(bytes.subarray(end, at));
    end = at + 1;
  }
  return { lines, end };
}
