import { NoteRefusedError } from '../notes/signed-note';
import type { OpenFile } from './file-system';

const TAIL_BYTES = 256 * 1024;

const checkpointLine = (note: string): Buffer => Buffer.from(`${JSON.stringify(note)}\n`);

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

/** The last whole checkpoint of the file, and where its line ends: what stands behind it was cut by a crash. */
export async function lastCheckpoint(file: OpenFile): Promise<{ note: string | undefined; end: number }> {
  const size = await file.size();
  const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
  await file.read(tail, size - tail.length);
  const end = tail.lastIndexOf('\n') + 1;
  if (end === 0) return { note: undefined, end: 0 };
  const start = tail.lastIndexOf('\n', end - 2) + 1;
  return { note: checkpointIn(tail.subarray(start, end - 1)), end: size - tail.length + end };
}

/** Adds checkpoints to their file, each on the disk before it is given out. */
export class CheckpointWriter {
  constructor(
    private readonly file: OpenFile,
    private end: number,
  ) {}

  /** Settles when the checkpoint is on the disk. What a crash or a failed attempt left behind the last is cut off. */
  async append(note: string): Promise<void> {
    const line = checkpointLine(note);
    await this.file.truncate(this.end);
    await this.file.write(line, this.end);
    await this.file.datasync();
    this.end += line.length;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
