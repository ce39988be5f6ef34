import { type Checkpoint, type CheckpointKeys, openCheckpoint, statedHead } from '../checkpoints/checkpoint';
import { checkpointIn } from '../log/checkpoint-file';
import type { OpenFile } from '../log/file-system';
import { readLines } from '../log/read-lines';
import type { TreeHead } from '../merkle/tree-head';
import { NoteRefusedError } from '../notes/signed-note';

/** A tree head that somebody states, and a log has to agree with when it comes to its size. */
export interface HeadToMeet extends TreeHead {
  /** Kept by the log itself, or held by somebody else. */
  readonly by: 'LOG' | 'HOLDER';
}

/** What heads come from. */
export interface HeadSources {
  /** The log's own file of checkpoints; undefined where there is none. */
  readonly kept: OpenFile | undefined;
  /** Where the last whole one of them ends. */
  readonly keptEnd: number;
  readonly held: readonly Checkpoint[];
  /** To verify every signature of the log's own checkpoints, and not the last one's alone. */
  readonly keys: CheckpointKeys | undefined;
}

/** The heads that a log has to meet on its way, smallest first, read as it goes. */
export class HeadsToMeet {
  private ahead: HeadToMeet | undefined;
  private readonly held: HeadToMeet[];

  private constructor(
    private readonly kept: AsyncIterator<HeadToMeet>,
    held: readonly Checkpoint[],
    /** Behind which sizes stands one of the log itself that is not well formed, not signed, or smaller. */
    readonly refused: readonly number[],
  ) {
    this.held = held
      .map(({ size, root }): HeadToMeet => ({ size, root, by: 'HOLDER' }))
      .sort((a, b) => a.size - b.size);
  }

  /** Begins with the smallest. */
  static async open({ held, ...sources }: HeadSources): Promise<HeadsToMeet> {
    const refused: number[] = [];
    const heads = new HeadsToMeet(keptHeads(sources, refused), held, refused);
    await heads.readAhead();
    return heads;
  }

  /** The size at which the next is met; infinite when there is none. */
  get nextSize(): number {
    return Math.min(this.ahead?.size ?? Number.POSITIVE_INFINITY, this.held[0]?.size ?? Number.POSITIVE_INFINITY);
  }

  /** The next one. */
  async take(): Promise<HeadToMeet | undefined> {
    const { ahead } = this;
    if (!ahead || (this.held[0] && this.held[0].size < ahead.size)) return this.held.shift();
    await this.readAhead();
    return ahead;
  }

  private async readAhead(): Promise<void> {
    const { value, done } = await this.kept.next();
    this.ahead = done ? undefined : value;
  }
}

async function* keptHeads(
  { kept, keptEnd, keys }: Omit<HeadSources, 'held'>,
  refused: number[],
): AsyncGenerator<HeadToMeet> {
  let [last, offset] = [0, 0];
  for await (const lines of kept ? readLines(kept) : []) {
    for (const line of lines) {
      offset += line.length + 1;
      if (offset > keptEnd) return;
      const head = headIn(line, keys);
      if (!head || head.size < last) refused.push(last);
      else yield { size: head.size, root: head.root, by: 'LOG' };
      last = Math.max(last, head?.size ?? 0);
    }
  }
}

function headIn(line: Buffer, keys: CheckpointKeys | undefined): TreeHead | undefined {
  try {
    const note = checkpointIn(line);
    return keys ? openCheckpoint(note, keys) : statedHead(note);
  } catch (error) {
    if (error instanceof NoteRefusedError) return undefined;
    throw error;
  }
}
