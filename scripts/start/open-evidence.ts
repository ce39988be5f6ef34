import path from 'node:path';
import type { FileSystem } from '@pasarela/schema/evidence/log/file-system';
import { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { readHeldCheckpoints } from './held-checkpoints';

/** Which log of evidence to open, and where. */
export interface OpenEvidenceOptions {
  readonly dataDirectory: string;
  readonly log: string;
  /** Hears of a checkpoint that could not be kept. */
  readonly onFailure: (error: unknown) => void;
  /** The disk; that of this machine unless said otherwise. */
  readonly fileSystem?: FileSystem | undefined;
}

/** The folder of a log of evidence under the data directory. */
export const evidenceFolder = (dataDirectory: string, log: string): string => path.join(dataDirectory, 'evidence', log);

/**
 * Opens the log of evidence of the gateway or of a subgraph, and looks through all of it first.
 *
 * @throws LogRefusedError when it is not what was written, or older than a checkpoint that is held: then nothing is served.
 */
export async function openEvidence({
  dataDirectory,
  log,
  onFailure,
  fileSystem,
}: OpenEvidenceOptions): Promise<EvidenceRecorder> {
  return EvidenceRecorder.open({
    directory: evidenceFolder(dataDirectory, log),
    log,
    privateKey: readKeyFile(keyFiles.evidence(dataDirectory, log)),
    held: readHeldCheckpoints(dataDirectory, log),
    onFailure,
    fileSystem,
  });
}
