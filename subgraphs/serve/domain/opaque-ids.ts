import { aessiv } from '@noble/ciphers/aes.js';
import { utf8ToBytes } from '@noble/ciphers/utils.js';
import { compare, type RowOrder, rowOrderOf } from './row-order';

/** To whom an opaque id is given: it opens for the same party, agreement, purpose and quarter only. */
export interface IdScope {
  readonly party: string;
  readonly purpose: string;
  readonly now: Date;
  /** The agreement under which the party gets rows of a type; empty where none is needed. */
  agreementOf(type: string): string;
}

/**
 * Opaque ids: the internal id under deterministic authenticated encryption (AES-SIV, RFC 5297), bound
 * to the type and the scope. Only the owner can open them, and two partners cannot match theirs.
 */
export class OpaqueIds {
  private readonly quarter: string;

  /** @param key 64 bytes, the owner's own, never shared. */
  constructor(
    private readonly key: Uint8Array,
    private readonly scope: IdScope,
  ) {
    const { now } = scope;
    this.quarter = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
  }

  /** The opaque form of an internal id. @param agreement the one of the type's rows unless said otherwise. */
  seal(type: string, internalId: string, agreement = this.rowsAgreement(type)): string {
    return Buffer.from(this.cipher(type, agreement).encrypt(utf8ToBytes(padded(internalId)))).toString('base64url');
  }

  /** The internal id, or null when the text was not sealed for this type and scope. */
  open(type: string, opaque: string, agreement = this.rowsAgreement(type)): string | null {
    const sealed = Buffer.from(opaque, 'base64url');
    // INVARIANT: an id has one text; the decoder would overlook signs that are none of its own.
    if (sealed.toString('base64url') !== opaque) return null;
    try {
      const opened = this.cipher(type, agreement).decrypt(sealed);
      return Buffer.from(opened).toString('utf8').replace(PADDING, '');
    } catch {
      // Forged, another party's, of another agreement or an earlier quarter: the same as what does not exist.
      return null;
    }
  }

  /** The order in which this scope is shown rows of a type. */
  order(type: string): RowOrder {
    return rowOrderOf(this.key, this.scopeText(type, this.rowsAgreement(type)));
  }

  /** Items of a list in this scope's order. @param idOf the internal id of an item, unique in the list. */
  inOrder<Item>(type: string, items: readonly Item[], idOf: (item: Item) => string): Item[] {
    const order = this.order(type);
    return items
      .map((item) => ({ item, position: order.positionOf(idOf(item)) }))
      .sort((a, b) => compare(a.position, b.position))
      .map(({ item }) => item);
  }

  /** `Permit.cursor` is a key of `Permit`. */
  private rowsAgreement(type: string): string {
    return this.scope.agreementOf(type.split('.')[0] as string);
  }

  private cipher(type: string, agreement: string) {
    return aessiv(this.key, utf8ToBytes(this.scopeText(type, agreement)));
  }

  private scopeText(type: string, agreement: string): string {
    const { party, purpose } = this.scope;
    return [type, party, agreement, purpose, this.quarter].join('|');
  }
}

const BLOCK = 32;
const PADDING = /\0+$/;

/** INVARIANT: a sealed text does not tell how long the raw one is, but in steps of thirty-two. */
const padded = (text: string): string => text.padEnd(Math.ceil(Math.max(1, text.length) / BLOCK) * BLOCK, '\0');
