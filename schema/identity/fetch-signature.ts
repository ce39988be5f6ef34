import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { secretBytes } from '../evidence/leaves/secret-bytes';

/** The header that binds one fetch's exact body to its assertion. */
export const FETCH_HEADER = 'x-pasarela-fetch';
/** How far a fetch's time may be off, in milliseconds. */
const TOLERANCE_MS = 35_000;

/** What a fetch's signature covers besides time and nonce. */
export interface SignedFetch {
  readonly assertion: string;
  /** Its bytes, or the text whose UTF-8 they are. */
  readonly body: Uint8Array | string;
}

/** Signs one fetch under the pairwise key: HMAC-SHA-256 over assertion, time, nonce and the exact body bytes. */
export function signFetch(fetch: SignedFetch, key: Uint8Array, now: Date): string {
  const time = String(now.getTime());
  const nonce = secretBytes(16).toString('base64url');
  return `${time}.${nonce}.${digest(fetch, key, { time, nonce })}`;
}

/** Verifies fetches at a subgraph; each nonce counts once. */
export class FetchVerifier {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly key: Uint8Array,
    private readonly now: () => Date,
  ) {}

  /** Whether the header is the key holder's signature of these very bytes, fresh and not used before. */
  verify(header: string, fetch: SignedFetch): boolean {
    const [time, nonce, signature, ...rest] = header.split('.');
    if (!time || !nonce || !signature || rest.length > 0) return false;
    const expected = Buffer.from(digest(fetch, this.key, { time, nonce }));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    return this.fresh(Number(time), nonce);
  }

  /** INVARIANT: a nonce is remembered for at least as long as its time would be accepted. */
  private fresh(time: number, nonce: string): boolean {
    const now = this.now().getTime();
    if (!(Math.abs(now - time) <= TOLERANCE_MS) || this.seen.has(nonce)) return false;
    for (const [old, seenUntil] of this.seen) {
      if (seenUntil >= now) break;
      this.seen.delete(old);
    }
    this.seen.set(nonce, now + 2 * TOLERANCE_MS);
    return true;
  }
}

function digest(
  { assertion, body }: SignedFetch,
  key: Uint8Array,
  { time, nonce }: { time: string; nonce: string },
): string {
  const begun = `${time}.${nonce}.${assertion}.`;
  const hmac = createHmac('sha256', prepared(key));
  // In one piece where that is no copy.
  const fed = typeof body === 'string' ? hmac.update(begun + body) : hmac.update(begun).update(body);
  return fed.digest('base64url');
}

/** Preparing a key costs more than signing with it. */
const preparedKeys = new WeakMap<Uint8Array, KeyObject>();

function prepared(key: Uint8Array): KeyObject {
  const known = preparedKeys.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  preparedKeys.set(key, made);
  return made;
}
