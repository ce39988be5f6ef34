import path from 'node:path';
import { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';

/** The folder of a log of evidence under the data directory. */
export const evidenceFolder = (dataDirectory: string, log: string): string => path.join(dataDirectory, 'evidence', log);

/**
 * Opens the log of evidence of the gateway or of a subgraph, and looks through all of it first.
 *
 * @throws LogRefusedError when it is not what was written: then nothing is served.
 */
export function openEvidence(
  dataDirectory: string,
  log: string,
  onFailure: (error: unknown) => void,
): Promise<EvidenceRecorder> {
  const privateKey = readKeyFile(keyFiles.evidence(dataDirectory, log));
  return EvidenceRecorder.open({ directory: evidenceFolder(dataDirectory, log), log, privateKey, onFailure });
}
