import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LogInUseError } from './evidence-errors';
import { logFiles } from './log-files';

/** What SQLite says when another connection holds the lock. */
const SQLITE_BUSY = 5;

/** Lets a log go. */
export interface WriterLock {
  release(): void;
}

/**
 * Makes this process the one writer of a log, or says which process is. The lock is the operating system's own, on
 * a file that SQLite opens: it ends with the process that holds it however that ends, so there is never a stale one
 * to take over, and no number of a process that another one has by now. The number stands beside it for the message.
 */
export function lockForWriting(directory: string): WriterLock {
  closeSync(openSync(logFiles.lock(directory), 'a', 0o600));
  const database = new DatabaseSync(logFiles.lock(directory));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new LogInUseError(directory, writerOf(directory));
  }
  nameWriter(directory);
  return { release: () => database.close() };
}

/** For a message alone: a disk that has no room for it keeps nobody from the log. */
function nameWriter(directory: string): void {
  try {
    writeFileSync(logFiles.writer(directory), `${process.pid}\n`, { mode: 0o600 });
  } catch {
    // `writerOf` says that it does not know.
  }
}

function writerOf(directory: string): string {
  try {
    return readFileSync(logFiles.writer(directory), 'utf8').trim() || '?';
  } catch {
    return '?';
  }
}
