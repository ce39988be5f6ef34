import fc from 'fast-check';
import { disclosure, keys, LOG_NAME, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { parseReceipt, type Receipt } from './receipt';
import { verifyReceipt } from './verify-receipt';

const SIZE = 13;

describe('verifyReceipt', () => {
  const receipts: Receipt[] = [];
  let earlier: string;

  beforeAll(async () => {
    const { directory, remove } = temporaryFolder();
    const log = await openLog(directory);
    const appended = [];
    for (let number = 0; number < SIZE; number += 1) {
      appended.push(await log.append(disclosure(number)));
      if (number === 4) earlier = signCheckpoint(log.head, signer);
    }
    const checkpoint = signCheckpoint(log.head, signer);
    for (const leaf of appended) {
      const proof = await log.inclusionProof(leaf.index, SIZE);
      const inclusionProof = proof.map((hash) => hash.toString('base64url'));
      receipts.push({ format: 'pasarela-receipt-1', log: LOG_NAME, ...leaf, checkpoint, inclusionProof });
    }
    await log.close();
    remove();
  });

  it('finds each leaf in the tree that the log signed', () => {
    for (const receipt of receipts) expect(verifyReceipt(parseReceipt(receipt), keys).status).toBe('INCLUDED');
  });

  it('refuses a receipt whose parts are those of different leaves', () => {
    const any = fc.integer({ min: 0, max: SIZE - 1 });
    fc.assert(
      fc.property(any, any, any, (one, two, three) => {
        const [a, b, c] = [receipts[one], receipts[two], receipts[three]] as [Receipt, Receipt, Receipt];
        const { status } = verifyReceipt({ ...a, leafHash: b.leafHash, inclusionProof: c.inclusionProof }, keys);
        expect(status === 'INCLUDED').toBe(one === two && two === three);
      }),
    );
  });

  it.each<[string, (receipt: Receipt) => Receipt]>([
    ['no checkpoint is there', (receipt) => ({ ...receipt, checkpoint: null })],
    ['the checkpoint does not cover the leaf', (receipt) => ({ ...receipt, checkpoint: earlier })],
    ['no proof is there', (receipt) => ({ ...receipt, inclusionProof: null })],
  ])('waits while %s', (_, change) => {
    expect(verifyReceipt(change(receipts[9] as Receipt), keys).status).toBe('PENDING');
  });

  it('refuses a receipt of another log, and a checkpoint that the log did not sign', () => {
    const receipt = receipts[9] as Receipt;
    expect(verifyReceipt({ ...receipt, log: 'other.example' }, keys).status).toBe('REFUSED');
    const checkpoint = receipt.checkpoint?.replace(`\n${SIZE}\n`, `\n${SIZE + 1}\n`) ?? null;
    expect(() => verifyReceipt({ ...receipt, checkpoint }, keys)).toThrow('is not valid');
  });

  it.each([null, {}, { format: 'pasarela-receipt-2' }, []])('is not made of %j', (given) => {
    expect(() => parseReceipt(given)).toThrow('This is not a receipt');
  });
});
