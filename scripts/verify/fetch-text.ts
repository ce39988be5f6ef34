const TIMEOUT_MS = 10_000;
const MOST_BYTES = 200_000;

/** Has a text from a gateway: `GET URL/where?...`, bounded, timed, never redirected. @throws when there is none to be had */
export async function fetchText(url: string, where: string, words: Record<string, string> = {}): Promise<string> {
  const address = new URL(where, url.endsWith('/') ? url : `${url}/`);
  address.search = new URLSearchParams(words).toString();
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  const text = await boundedText(response);
  if (!response.ok) throw new Error(`The gateway answered ${response.status}.`);
  return text;
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
