import { closeSync, mkdirSync, openSync, write, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** How many characters wait at most while the disk takes none. */
const MOST_WAITING = 1_000_000;
const RETRY_MS = 1000;
/** As pino marks a warning. */
const WARNING = 40;

/** Brings bytes to the end of an open file. Returns how many of them. */
export type WriteBytes = (descriptor: number, bytes: Buffer) => Promise<number>;

/** A log to open. */
export interface LogFileOptions {
  /** Made, with its folder, when it is missing. */
  readonly file: string;
  /** How it is written; as the system does unless said otherwise. */
  readonly writeBytes?: WriteBytes;
  /** Milliseconds after which a disk that took nothing is tried again. */
  readonly retryMs?: number;
  /** Characters that wait at most. */
  readonly mostWaiting?: number;
}

/**
 * Lines for the operator, at the end of a file.
 *
 * INVARIANT: a disk that takes nothing costs lines here, and nothing else: no error, no wait, no memory without end.
 */
export class LogFile {
  private readonly options: Required<LogFileOptions>;
  private readonly descriptor: number;
  private readonly lines: string[] = [];
  private waiting = 0;
  private lost = 0;
  /** What is left of the bytes that are being written. */
  private rest: Buffer = NOTHING;
  private writing: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** Opens the file. @throws the system's error when that is not possible: better no start than one without a log */
  constructor(options: LogFileOptions) {
    this.options = { ...DEFAULTS, ...options };
    mkdirSync(path.dirname(options.file), { recursive: true });
    this.descriptor = openSync(options.file, 'a');
    OPEN.add(this);
  }

  /** Takes a line with its break; it is written soon. */
  write(line: string): void {
    if (this.isClosed) return;
    if (this.waiting + line.length > this.options.mostWaiting) this.lost += 1;
    else this.take(line);
    if (!this.retry) this.writing ??= this.writeAll();
  }

  /** Lets go of the file once what waits was written, or could not be. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.writing;
    await this.writeAll();
    clearTimeout(this.retry);
    OPEN.delete(this);
    closeSync(this.descriptor);
  }

  /** Writes what waits before the process ends, as far as the disk takes it at once. */
  writeAtExit(): void {
    try {
      writeSync(this.descriptor, this.lines.splice(0).join(''));
    } catch {
      // There is nobody left to tell.
    }
  }

  private take(line: string): void {
    this.lines.push(line);
    this.waiting += line.length;
  }

  private async writeAll(): Promise<void> {
    // What comes in the same turn goes together.
    await undefined;
    try {
      while (this.rest.length > 0 || this.lines.length > 0 || this.lost > 0) await this.writeSome();
    } catch {
      this.retry = setTimeout(() => this.tryAgain(), this.options.retryMs).unref();
    }
    this.writing = undefined;
  }

  private tryAgain(): void {
    this.retry = undefined;
    this.writing ??= this.writeAll();
  }

  private async writeSome(): Promise<void> {
    if (this.rest.length === 0) this.rest = Buffer.from(this.lines.splice(0).join(''));
    this.rest = this.rest.subarray(await this.options.writeBytes(this.descriptor, this.rest));
    if (this.rest.length > 0) return;
    this.waiting = this.lines.reduce((characters, { length }) => characters + length, 0);
    if (this.lost > 0) this.take(lostLine(this.lost));
    this.lost = 0;
  }
}

const NOTHING = Buffer.alloc(0);
const writeAtEnd = promisify(write);
const DEFAULTS = {
  writeBytes: async (descriptor: number, bytes: Buffer) => (await writeAtEnd(descriptor, bytes)).bytesWritten,
  retryMs: RETRY_MS,
  mostWaiting: MOST_WAITING,
};

const lostLine = (lost: number): string =>
  `${JSON.stringify({ level: WARNING, time: Date.now(), lost, msg: 'the disk took no lines: so many were lost' })}\n`;

/** Those that are open: the last lines of a process that ends say why. */
const OPEN = new Set<LogFile>();
process.on('exit', () => {
  for (const file of OPEN) file.writeAtExit();
});
