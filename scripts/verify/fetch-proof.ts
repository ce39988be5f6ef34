import { parseReceipt, type Receipt } from '@pasarela/schema/evidence/receipts/receipt';
import { fetchText } from './fetch-text';
import { VerifyFault } from './texts';

/**
 * Asks a gateway for the checkpoint and proof of a receipt: `GET URL/evidence/proof?index=&leafHash=`, answered with
 * the receipt as it is now. Who knows the hash of a leaf holds its receipt; nothing else is sent.
 * @throws VerifyFault when there is none to be had, or it is of another leaf
 */
export async function fetchProof(url: string, { index, leafHash, ...receipt }: Receipt): Promise<Receipt> {
  try {
    const text = await fetchText(url, 'evidence/proof', { index: String(index), leafHash });
    const { checkpoint, inclusionProof } = parseReceipt(JSON.parse(text));
    // INVARIANT: the leaf stays the one of the receipt that is held, whatever is answered.
    return { ...receipt, index, leafHash, checkpoint, inclusionProof };
  } catch {
    throw new VerifyFault('noAnswer', { url });
  }
}
