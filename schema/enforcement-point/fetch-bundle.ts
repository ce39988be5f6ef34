import { type PointIdentity, signPointToken } from '../identity/point-token';
import type { OutboundClient } from '../outbound/outbound-client';

/** Where bundles are had from, and who asks. */
export interface BundleSource {
  readonly url: string;
  readonly identity: PointIdentity;
  /** What connects, and only to where that is allowed. */
  readonly outbound: OutboundClient;
  readonly now: () => Date;
}

/** How one look for a bundle is made. */
export interface BundleLook {
  /** What names the bundle in force here; empty for none. */
  readonly holds: string;
  /** The owners whose newest part is not in force here, for whatever reason. */
  readonly notInForce: readonly string[];
  /** How long the answer may wait for a newer one. */
  readonly waitSeconds: number;
  readonly signal: AbortSignal;
}

/** What a look came to: a bundle as it arrived, or that the one in force is the newest. */
export type LookedUp = { readonly bundle: unknown; readonly etag: string } | 'NOTHING_NEWER';

/** With which a point says of which owners the newest part is not in force there. */
export const NOT_IN_FORCE_HEADER = 'x-pasarela-not-in-force';
const MAX_BUNDLE_BYTES = 50_000_000;
/** What an answer may take besides its wait. */
const PATIENCE_MS = 5_000;

/** Asks for a bundle. @throws when there is no answer, or none that can be read. */
export async function fetchBundle({ url, identity, outbound, now }: BundleSource, look: BundleLook): Promise<LookedUp> {
  const { statusCode, headers, body } = await outbound.request(url, {
    method: 'GET',
    headers: {
      authorization: `Bearer ${await signPointToken(identity, now())}`,
      ...(look.holds && { 'if-none-match': `"${look.holds}"` }),
      ...(look.notInForce.length > 0 && { [NOT_IN_FORCE_HEADER]: look.notInForce.join(',') }),
      prefer: `wait=${look.waitSeconds}`,
    },
    signal: AbortSignal.any([look.signal, AbortSignal.timeout(look.waitSeconds * 1000 + PATIENCE_MS)]),
  });
  // INVARIANT: rules come from the address that was set, not from where somebody points to (threat 59).
  if (statusCode !== 200) {
    await body.dump();
    if (statusCode === 304) return 'NOTHING_NEWER';
    throw new Error(`rules were refused with status ${statusCode}`);
  }
  const etag = /^"([0-9a-f]{32})"$/.exec(String(headers.etag ?? ''))?.[1];
  if (!etag) throw new Error('rules were sent without a name');
  return { bundle: JSON.parse(await boundedText(body)), etag };
}

async function boundedText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BUNDLE_BYTES) throw new Error('the rules are larger than rules can be');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
