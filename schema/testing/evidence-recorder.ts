import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileSystem } from '../evidence/log/file-system';
import { EvidenceRecorder } from '../evidence/recording/evidence-recorder';

/** A real log of evidence in a folder of its own, which goes when it is closed. */
export async function openTestRecorder(log = 'test', fileSystem?: FileSystem): Promise<EvidenceRecorder> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-evidence-'));
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const onFailure = (error: unknown) => {
    throw error;
  };
  const recorder = await EvidenceRecorder.open({
    directory,
    log,
    privateKey: privateKey as never,
    onFailure,
    fileSystem,
  });
  const close = recorder.close.bind(recorder);
  return Object.assign(recorder, {
    close: async () => {
      await close();
      await rm(directory, { recursive: true, force: true });
    },
  });
}
