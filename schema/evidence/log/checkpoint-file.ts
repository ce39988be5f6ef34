import { NoteRefusedError } from '../notes/signed-note';
import type { OpenFile } from './file-system';

const TAIL_BYTES = 256 * 1024;

/** The line of a checkpoint, with its break. */
export const checkpointLine = (note: string): Buffer => Buffer.from(`${JSON.stringify(note)}\n`);

/** The checkpoint of a line. @throws NoteRefusedError when it is none. */
export function checkpointIn(line: Buffer): string {
  try {
    const note: unknown = JSON.parse(line.toString('utf8'));
    if (typeof note === 'string') return note;
  } catch {
    // Refused below, like any other text that is no note.
  }
  throw new NoteRefusedError('This is not a checkpoint.');
}

/**
 * The last whole checkpoint of the file, and where its line ends. What stands behind it was being written when the
 * power went: a line that was cut, or one with zeros where it never came to the disk.
 */
export async function lastCheckpoint(file: OpenFile): Promise<{ note: string | undefined; end: number }> {
  const size = await file.size();
  const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
  await file.read(tail, size - tail.length);
  const written = tail.includes(0) ? tail.subarray(0, tail.indexOf(0)) : tail;
  const end = written.lastIndexOf('\n') + 1;
  // One line at a time is written: more of them behind a hole are no work of a crash.
  const rest = tail.subarray(end);
  if (rest.subarray(0, -1).includes('\n')) throw new NoteRefusedError('This is not a checkpoint.');
  if (end === 0) return { note: undefined, end: size - tail.length };
  const start = end > 1 ? written.lastIndexOf('\n', end - 2) + 1 : 0;
  return { note: checkpointIn(written.subarray(start, end - 1)), end: size - tail.length + end };
}

/** Adds checkpoints to their file, each on the disk before it is given out. */
export class CheckpointWriter {
  /** Whether something may stand behind the last: at first, what a crash left. */
  private isDoubtful = true;

  constructor(
    private readonly file: OpenFile,
    private end: number,
  ) {}

  /** Settles when the checkpoint is on the disk. */
  async append(note: string): Promise<void> {
    const line = checkpointLine(note);
    // INVARIANT: what is cut off is gone from the disk before something else stands there: no line is made of two.
    if (this.isDoubtful) await this.cutOff();
    this.isDoubtful = true;
    await this.file.write(line, this.end);
    await this.file.datasync();
    this.isDoubtful = false;
    this.end += line.length;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async cutOff(): Promise<void> {
    await this.file.truncate(this.end);
    await this.file.datasync();
  }
}
