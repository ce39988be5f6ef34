import type { FileSystem } from '@pasarela/schema/evidence/log/file-system';
import { type DiskOperation, diskError, faultyFileSystem } from '@pasarela/schema/testing/evidence';

/** What a disk refuses, and of which logs. */
export interface DiskFault {
  readonly operation: DiskOperation;
  readonly log: string;
  readonly error: 'ENOSPC' | 'EIO';
  /** How many operations go well before. */
  readonly after?: number;
}

/** The disk under the logs of evidence, which fails when it is told to. */
export class FailingDisk {
  private fault: DiskFault | undefined;
  private met = 0;

  /** What the logs are opened on. */
  readonly fileSystem: FileSystem = faultyFileSystem((operation, file) => this.meet(operation, file));

  /** From now on it fails. */
  fails(fault: DiskFault): void {
    this.fault = fault;
    this.met = 0;
  }

  /** From now on it works again. */
  works(): void {
    this.fault = undefined;
  }

  private meet(operation: DiskOperation, file: string): Error | undefined {
    const { fault } = this;
    if (!fault || operation !== fault.operation || !file.includes(`/evidence/${fault.log}/`)) return undefined;
    this.met += 1;
    return this.met > (fault.after ?? 0) ? diskError(fault.error) : undefined;
  }
}
