import { hash } from 'node:crypto';
import type { PreparedLeaf } from '../leaves/leaf-text';
import { LEAF_PREFIX } from '../merkle/hashing';

/** The lines of some leaves, as they are written. */
export interface EncodedLines {
  /** All lines with their breaks. INVARIANT: not to be kept: the next lines are written over them. */
  readonly bytes: Buffer;
  /** By leaf: the bytes of its line without the break, and its hash in the tree. */
  readonly lines: ReadonlyArray<{ readonly bytes: number; readonly leafHash: Buffer }>;
}

const LINE_BREAK = 0x0a;
/** More than the digits of any number of a leaf. */
const SEQUENCE_BYTES = 16;
const SMALLEST = 64 * 1024;
/** Memory for more than this is not kept. */
const MOST_KEPT = 4 * 1024 * 1024;

/** Where leaves become bytes: one piece of memory, written again and again, for one log whose writes take turns. */
export class LineBlock {
  private memory = Buffer.alloc(SMALLEST);

  /** The lines of leaves that are numbered from one on. */
  encode(leaves: readonly PreparedLeaf[], first: number): EncodedLines {
    const memory = this.memoryFor(leaves.reduce((sum, leaf) => sum + leaf.bytes + SEQUENCE_BYTES + 1, 1));
    let end = 1;
    const lines = leaves.map((leaf, at) => {
      const start = end;
      end = writePieces(memory, leaf.before, end);
      end += memory.write(String(first + at), end, 'latin1');
      end = writePieces(memory, leaf.after, end);
      // What is hashed is the line behind a prefix, for which the break before it makes room.
      memory[start - 1] = LEAF_PREFIX;
      const leafHash = hash('sha256', memory.subarray(start - 1, end), 'buffer');
      memory[start - 1] = LINE_BREAK;
      memory[end++] = LINE_BREAK;
      return { bytes: end - 1 - start, leafHash };
    });
    return { bytes: memory.subarray(1, end), lines };
  }

  private memoryFor(bytes: number): Buffer {
    if (bytes <= this.memory.length) return this.memory;
    const memory = Buffer.alloc(Math.max(bytes, 2 * this.memory.length));
    if (memory.length <= MOST_KEPT) this.memory = memory;
    return memory;
  }
}

/** Writes pieces one after the other from a place on. Returns where they end. */
function writePieces(memory: Buffer, pieces: readonly string[], start: number): number {
  let end = start;
  for (const piece of pieces) end += memory.write(piece, end);
  return end;
}
