import { writeSync } from 'node:fs';
import { Checkpointer } from '../evidence/checkpoints/checkpointer';
import type { EvidenceLog } from '../evidence/log/evidence-log';
import { disclosure, openLog, signer } from './evidence';

// A process that appends to the log of its argument until it is killed, many at a time, and says on its output what was
// acknowledged: index and hash, a line each, after the acknowledgement.
const APPENDERS = 20;

async function append(log: EvidenceLog): Promise<never> {
  for (;;) {
    const { index, leafHash } = await log.append(disclosure(log.size));
    writeSync(1, `${index} ${leafHash}\n`);
  }
}

async function main(directory: string): Promise<void> {
  const log = await openLog(directory, { segmentBytes: 200_000 });
  const onFailure = (error: unknown) => {
    throw error;
  };
  new Checkpointer({ log, signer, intervalMs: 20, onFailure });
  await Promise.all(Array.from({ length: APPENDERS }, () => append(log)));
}

main(process.argv[2] as string).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
