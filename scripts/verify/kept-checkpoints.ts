import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Checkpoint, CheckpointKeys } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { nodeFileSystem } from '@pasarela/schema/evidence/log/file-system';
import { checkpointOf } from './read-given';

const KEPT = /^\d{16}\.checkpoint$/;

/** The checkpoints of one log in a folder of whoever keeps them, a file each, named by its number of leaves. */
export class KeptCheckpoints {
  constructor(
    private readonly folder: string,
    private readonly keys: CheckpointKeys,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** The one with the most leaves; undefined where none is kept. @throws VerifyFault when it is none of the log */
  newest(): Checkpoint | undefined {
    const name = readdirSync(this.folder)
      .filter((one) => KEPT.test(one))
      .sort()
      .at(-1);
    if (name === undefined) return undefined;
    const file = path.join(this.folder, name);
    return checkpointOf(readFileSync(file, 'utf8'), file, this.keys);
  }

  /** Keeps one; on the disk when this settles. */
  keep(checkpoint: Checkpoint): Promise<string> {
    return this.write(checkpoint, 'checkpoint');
  }

  /** Keeps one that contradicts what is kept, apart from the others: signed by the log, it is the proof. */
  keepProof(checkpoint: Checkpoint): Promise<string> {
    return this.write(checkpoint, 'contradicts');
  }

  /** INVARIANT: a file is whole or not there, whatever happens while it is written. */
  private async write({ size, note }: Checkpoint, ending: string): Promise<string> {
    const file = path.join(this.folder, `${String(size).padStart(16, '0')}.${ending}`);
    writeFileSync(`${file}.new`, note, { flush: true, mode: 0o600 });
    renameSync(`${file}.new`, file);
    await nodeFileSystem.syncFolder(this.folder);
    return file;
  }
}
