import type { FileSystem } from '../log/file-system';
import { nodeFileSystem } from '../log/file-system';
import { type Inspection, type InspectionOptions, inspectLog } from './inspect-log';

/** A log to be verified by somebody who need not trust who keeps it. */
export interface VerificationOptions extends Omit<InspectionOptions, 'fileSystem' | 'listener' | 'everySignature'> {
  readonly fileSystem?: FileSystem;
  /** That leaves which are not signed yet are nothing wrong: the log is being written to. */
  readonly isRunning?: boolean;
}

/**
 * Verifies a log offline: every leaf, every stored hash, every checkpoint and its signature, and what is known from
 * elsewhere. Changes nothing.
 */
export async function verifyLog({ isRunning = false, ...options }: VerificationOptions): Promise<Inspection> {
  const inspection = await inspectLog({ fileSystem: nodeFileSystem, ...options, everySignature: true });
  return isRunning ? inspection : { ...inspection, findings: [...inspection.findings, ...unsigned(inspection)] };
}

function unsigned({ range, lastCheckpoint, torn, findings }: Inspection): Inspection['findings'] {
  const signed = lastCheckpoint?.size ?? 0;
  // What is unsigned because something else is wrong was said already.
  if (findings.length > 0) return [];
  if (range.size > signed) return [{ code: 'UNSIGNED', leaf: signed, to: range.size - 1 }];
  return torn ? [{ code: 'BROKEN_LINE', leaf: range.size }] : [];
}
