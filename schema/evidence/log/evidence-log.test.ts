import { disclosure, keys, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { openCheckpoint, signCheckpoint } from '../checkpoints/checkpoint';
import { leafHash } from '../merkle/hashing';
import { isConsistent } from '../merkle/verify-consistency';
import { isIncluded } from '../merkle/verify-inclusion';
import { verifyLog } from '../verification/verify-log';

describe('EvidenceLog', () => {
  let directory: string;
  let remove: () => void;
  beforeEach(() => {
    ({ directory, remove } = temporaryFolder());
  });
  afterEach(() => remove());

  it('measure', async () => {
    const log = await openLog(directory);
    const start = performance.now();
    let n = 0;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (let i = 0; i < 200; i++) await log.append(disclosure(n++));
      }),
    );
    console.log('appends/s', 10000 / ((performance.now() - start) / 1000), (await log.leaf(5))?.length);
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.close();
    const t = performance.now();
    const inspection = await verifyLog({ directory, keys });
    console.log('verify ms', performance.now() - t, inspection.findings);
    const again = await openLog(directory);
    console.log(
      again.head.size,
      openCheckpoint(again.lastCheckpoint?.note as string, keys).size,
      await again.leavesOf('request-77'),
    );
    const proof = await again.inclusionProof(77, 10000);
    expect(
      isIncluded({ index: 77, leafHash: leafHash(Buffer.from((await again.leaf(77)) as string)), proof }, again.head),
    ).toBe(true);
    expect(isConsistent(again.head, again.head, await again.consistencyProof(10000, 10000))).toBe(true);
    await again.close();
  });
});
