import type { Language } from '@pasarela/schema/localized-text';

/** What each command about the files of a log is called with. */
export interface KeepingFlags {
  /** The folder of a log: `<data>/evidence/<log>`. */
  readonly log: string;
  readonly lang: Language;
}

/** Which leaves are to be dropped. */
export interface RetainFlags extends KeepingFlags {
  readonly before?: string;
  readonly keep?: string;
  readonly by?: string;
  readonly rule?: string;
  readonly dryRun?: boolean;
}

/** Where a copy is to stand. */
export interface BackupFlags extends KeepingFlags {
  readonly to: string;
}

/** Which copy is to be put in place. */
export interface RestoreFlags extends KeepingFlags {
  readonly from: string;
  readonly checkpoint?: readonly string[];
  readonly acceptLoss?: boolean;
  readonly by?: string;
  readonly reason?: string;
}

/** What a command says, a line each. */
export type Told = readonly string[];
