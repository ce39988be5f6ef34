import { type Checkpoint, signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { disclosure, keys, openLog, signer, temporaryFolder } from '@pasarela/schema/testing/evidence';
import fc from 'fast-check';
import { anyTampering, type LogFiles, readLog, writeLog } from './tamper';

const SIZE = 23;

describe('a log that was tampered with', () => {
  const { directory, remove } = temporaryFolder();
  let whole: LogFiles;
  let held: Checkpoint;
  beforeAll(async () => {
    const log = await openLog(directory, { segmentBytes: 6_000 });
    for (let number = 0; number < SIZE; number += 1) {
      await log.append(disclosure(number));
      if (number % 5 === 0 || number === SIZE - 1) held = await log.keepCheckpoint(signCheckpoint(log.head, signer));
    }
    await log.close();
    whole = readLog(directory);
  });
  afterAll(() => remove());

  it('is not one that nobody touched, held to the checkpoint or not', async () => {
    writeLog(directory, whole);
    expect((await verifyLog({ directory, keys })).findings).toEqual([]);
    expect((await verifyLog({ directory, keys, held: [held] })).findings).toEqual([]);
  });

  it('is caught in 500 of 500 generated ways, and the leaf is named', async () => {
    const ways = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyTampering(whole, SIZE), async (tampered) => {
        writeLog(directory, tampered);
        const { findings } = await verifyLog({ directory, keys, held: [held] });
        expect({ what: tampered.what, caught: findings.length > 0 }).toEqual({ what: tampered.what, caught: true });
        const { leaf } = tampered;
        const named = findings.some(
          (finding) => leaf === undefined || (finding.leaf <= leaf && leaf <= (finding.to ?? finding.leaf)),
        );
        expect({ what: tampered.what, leaf, named, findings }).toEqual({
          what: tampered.what,
          leaf,
          named: true,
          findings,
        });
        const way = tampered.what.replaceAll(/\d/g, '');
        ways.set(way, (ways.get(way) ?? 0) + 1);
      }),
      { numRuns: 500 },
    );
    expect(ways.size).toBeGreaterThan(15);
  }, 120_000);

  it('whose checkpoints are out of their order is caught without a held one', async () => {
    const [exchanged] = fc.sample(
      anyTampering(whole, SIZE).filter(({ what }) => what === 'checkpoints exchanged'),
      1,
    );
    writeLog(directory, exchanged as LogFiles);
    expect((await verifyLog({ directory, keys })).findings).toEqual([{ code: 'CHECKPOINT_REFUSED', leaf: 6, to: 6 }]);
  });

  it('that was signed twice, differently, is a fork: the checkpoint that is held shows it', async () => {
    const other = temporaryFolder();
    const log = await openLog(other.directory);
    for (let number = 0; number < SIZE + 4; number += 1) await log.append(disclosure(number));
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.close();
    expect((await verifyLog({ directory: other.directory, keys })).findings).toEqual([]);
    const { findings } = await verifyLog({ directory: other.directory, keys, held: [held] });
    expect(findings).toEqual([{ code: 'FORK', leaf: 0, to: SIZE - 1 }]);
    other.remove();
  });

  it('whose tail was cut together with its checkpoints is caught by a held one alone', async () => {
    const [cut] = fc.sample(
      anyTampering(whole, SIZE).filter(({ what, leaf }) => what === 'cut, covered' && leaf === 6),
      1,
    );
    writeLog(directory, cut as LogFiles);
    expect((await verifyLog({ directory, keys })).findings).toEqual([]);
    expect((await verifyLog({ directory, keys, held: [held] })).findings).toEqual([
      { code: 'ROLLED_BACK', leaf: 6, to: SIZE - 1 },
    ]);
  });
});
