const [QUOTE, BACKSLASH, PLUS, MINUS, POINT, ZERO, NINE] = [0x22, 0x5c, 0x2b, 0x2d, 0x2e, 0x30, 0x39];
const [LETTER_E, LETTER_N, LETTER_T, LETTER_F] = [0x65, 0x6e, 0x74, 0x66];
const [LINE_FEED, FIRST_PRINTED, FIRST_NOT_ASCII] = [0x0a, 0x20, 0x80];
const UPPER_TO_LOWER = 0x20;
const NULL = Buffer.from('null');
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
/** A number of JSON, RFC 8259 section 6. */
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
/** So many digits are a whole number that is exact. */
const MOST_DIGITS = 15;
/** Fewer bytes than this are compared here sooner than elsewhere. */
const FEW = 64;

/** An object that was read, and between which bytes it stands. */
interface ReadObject {
  readonly object: object;
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes of a reply, read from the front. Every reader gives undefined where something else stands than JSON of its
 * kind: then nothing that was read counts.
 */
export class ReplyBytes {
  at = 0;
  /** The bytes as characters, one each: what is ASCII is cut out of them. */
  private readonly characters: string;
  private readonly read: Array<Map<string, ReadObject> | undefined> = [];

  constructor(readonly bytes: Buffer) {
    this.characters = bytes.toString('latin1');
  }

  /** Goes over these very bytes; whether they stood there. */
  expect(expected: Uint8Array): boolean {
    const { bytes, at } = this;
    for (let index = 0; index < expected.length; index++) if (bytes[at + index] !== expected[index]) return false;
    this.at = at + expected.length;
    return true;
  }

  /** Goes over one byte; whether it stood there. */
  expectByte(expected: number): boolean {
    if (this.bytes[this.at] !== expected) return false;
    this.at += 1;
    return true;
  }

  /** Whether nothing more stands there but the end of a line. */
  isOver(): boolean {
    const left = this.bytes.length - this.at;
    return left === 0 || (left === 1 && this.bytes[this.at] === LINE_FEED);
  }

  /** Goes over `null`; whether it stood there. */
  isNull(): boolean {
    return this.bytes[this.at] === LETTER_N && this.expect(NULL);
  }

  string(): string | undefined {
    const { bytes } = this;
    const start = this.at + 1;
    if (bytes[this.at] !== QUOTE) return undefined;
    let isAscii = true;
    for (let at = start; ; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) return this.textTo(start, at, isAscii);
      if (byte === BACKSLASH) return this.escapedFrom(start);
      if (byte >= FIRST_NOT_ASCII) isAscii = false;
      else if (!(byte >= FIRST_PRINTED)) return undefined;
    }
  }

  boolean(): boolean | undefined {
    const byte = this.bytes[this.at];
    if (byte === LETTER_T) return this.expect(TRUE) || undefined;
    return byte === LETTER_F && this.expect(FALSE) ? false : undefined;
  }

  number(): number | undefined {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS;
    const first = isNegative ? this.at + 1 : this.at;
    let [at, value] = [first, 0];
    for (; isDigit(bytes[at] as number) && at - first < MOST_DIGITS; at++)
      value = value * 10 + (bytes[at] as number) - ZERO;
    if (at === first || bytes[first] === ZERO || isOfNumber(bytes[at] as number)) return this.anyNumber();
    this.at = at;
    return isNegative ? -value : value;
  }

  /** A scalar of the schema's own as it came: a string, a number or a truth value. */
  scalar(): string | number | boolean | undefined {
    const byte = this.bytes[this.at] as number;
    if (byte === QUOTE) return this.string();
    return byte === LETTER_T || byte === LETTER_F ? this.boolean() : this.number();
  }

  /**
   * The object that was read before under this key at one of the readers' places, if its very bytes begin at `start`
   * again: then they are gone over.
   */
  again(place: number, key: string, start: number): object | undefined {
    const known = this.read[place]?.get(key);
    if (!known || !this.isEqual(known, start)) return undefined;
    this.at = start + known.end - known.start;
    return known.object;
  }

  /** Keeps an object that was read from `start` to here; the first of a key. */
  keep(place: number, key: string, object: object, start: number): void {
    let read = this.read[place];
    if (!read) {
      read = new Map();
      this.read[place] = read;
    }
    if (!read.has(key)) read.set(key, { object, start, end: this.at });
  }

  private isEqual({ start, end }: ReadObject, other: number): boolean {
    const { bytes } = this;
    const length = end - start;
    if (other + length > bytes.length) return false;
    if (length > FEW) return bytes.compare(bytes, start, end, other, other + length) === 0;
    for (let index = 0; index < length; index++) if (bytes[start + index] !== bytes[other + index]) return false;
    return true;
  }

  private textTo(start: number, end: number, isAscii: boolean): string {
    this.at = end + 1;
    return isAscii ? this.characters.substring(start, end) : this.bytes.toString('utf8', start, end);
  }

  private anyNumber(): number | undefined {
    const { bytes, at: start } = this;
    let at = start;
    while (isOfNumber(bytes[at] as number)) at++;
    const text = this.characters.substring(start, at);
    if (!NUMBER.test(text)) return undefined;
    this.at = at;
    return Number(text);
  }

  private escapedFrom(start: number): string | undefined {
    const { bytes } = this;
    let end = start;
    while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
    this.at = end + 1;
    try {
      return JSON.parse(bytes.toString('utf8', start - 1, end + 1)) as string;
    } catch {
      return undefined;
    }
  }
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

const isOfNumber = (byte: number): boolean =>
  isDigit(byte) || byte === MINUS || byte === POINT || byte === PLUS || (byte | UPPER_TO_LOWER) === LETTER_E;
