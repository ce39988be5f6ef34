import { aessiv } from '@noble/ciphers/aes.js';
import { utf8ToBytes } from '@noble/ciphers/utils.js';

/** To whom an opaque id is given: it opens for the same party, purpose and quarter only. */
export interface IdScope {
  readonly party: string;
  readonly purpose: string;
  readonly now: Date;
}

/**
 * Opaque ids: the internal id under deterministic authenticated encryption (AES-SIV, RFC 5297), bound
 * to the type and the scope. Only the owner can open them, and two partners cannot match theirs.
 */
export class OpaqueIds {
  private readonly scope: string;

  /** @param key 64 bytes, the owner's own, never shared. */
  constructor(
    private readonly key: Uint8Array,
    scope: IdScope,
  ) {
    const quarter = `${scope.now.getUTCFullYear()}-Q${Math.floor(scope.now.getUTCMonth() / 3) + 1}`;
    this.scope = `${scope.party}|${scope.purpose}|${quarter}`;
  }

  /** The opaque form of an internal id. */
  seal(type: string, internalId: string): string {
    return Buffer.from(this.cipher(type).encrypt(utf8ToBytes(internalId))).toString('base64url');
  }

  /** The internal id, or null when the text was not sealed for this type and scope. */
  open(type: string, opaque: string): string | null {
    try {
      return Buffer.from(this.cipher(type).decrypt(Buffer.from(opaque, 'base64url'))).toString('utf8');
    } catch {
      // Forged, another party's, or of an earlier quarter: the same as what does not exist.
      return null;
    }
  }

  private cipher(type: string) {
    return aessiv(this.key, utf8ToBytes(`${type}|${this.scope}`));
  }
}
