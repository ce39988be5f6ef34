import { parseReceipt, type Receipt } from '@pasarela/schema/evidence/receipts/receipt';
import { VerifyFault } from './texts';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 200_000;

/**
 * Asks a gateway for the checkpoint and proof of a receipt: `GET URL/evidence/proof?index=&leafHash=`, answered with
 * the receipt as it is now. Who knows the hash of a leaf holds its receipt; nothing else is sent.
 * @throws VerifyFault when there is none to be had, or it is of another leaf
 */
export async function fetchProof(url: string, { index, leafHash, ...receipt }: Receipt): Promise<Receipt> {
  try {
    const address = new URL('evidence/proof', url.endsWith('/') ? url : `${url}/`);
    address.search = new URLSearchParams({ index: String(index), leafHash }).toString();
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    const { checkpoint, inclusionProof } = parseReceipt(JSON.parse(await boundedText(response)));
    // INVARIANT: the leaf stays the one of the receipt that is held, whatever is answered.
    return { ...receipt, index, leafHash, checkpoint, inclusionProof };
  } catch {
    throw new VerifyFault('noAnswer', { url });
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('The answer is too long for a receipt.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
