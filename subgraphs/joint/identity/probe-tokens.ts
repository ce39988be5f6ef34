import { createHmac, randomBytes } from 'node:crypto';
import { normalisedText, type TargetAttributes, type TokenKind } from './normalised-attributes';

/** Who asks whom: tokens of one direction are no tokens of the other. */
export interface ProbeDirection {
  readonly asking: string;
  readonly asked: string;
}

/** The kinds in the order in which they stand in a probe. */
export const TOKEN_KINDS: readonly TokenKind[] = ['DOCUMENT', 'BIOGRAPHIC'];
/** What a token looks like: 32 bytes in base64url. */
export const TOKEN = /^[\w-]{43}$/;
const TOKEN_BYTES = 32;

/**
 * The token of a target: HMAC-SHA-256 under the key that two parties share and the joint host does not have.
 * Undefined where the attributes do not suffice for this kind.
 */
export function tokenOf(
  kind: TokenKind,
  attributes: TargetAttributes,
  { asking, asked, key }: ProbeDirection & { readonly key: Uint8Array },
): string | undefined {
  const text = normalisedText(kind, attributes);
  if (text === undefined) return undefined;
  return createHmac('sha256', key).update(`pasarela-probe-1|${asking}|${asked}|${kind}|${text}`).digest('base64url');
}

/** A token that stands for nobody. */
export const emptyToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** The tokens of a probe: always as many, an empty one where an attribute is missing, so that none shows what was known. */
export function probeTokens(
  attributes: TargetAttributes,
  pair: ProbeDirection & { readonly key: Uint8Array },
): string[] {
  return TOKEN_KINDS.map((kind) => tokenOf(kind, attributes, pair) ?? emptyToken());
}
