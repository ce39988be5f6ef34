import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside it, flushed, and renamed; readable by its user alone. What is
 * written is on the disk when this returns.
 *
 * Synchronous: the writes of a new rule set are few and small, and a point under load would wait one turn of its
 * loop for each of some forty steps before the rules are in force.
 */
export function writeDurably(file: string, text: string): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A name for each write: several enforcement points of one machine may write the same file.
  const beside = `${file}.${randomUUID()}.new`;
  try {
    flushed(beside, 'wx', text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  flushed(folder, 'r', '');
}

function flushed(name: string, flags: string, text: string): void {
  const descriptor = openSync(name, flags, 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
