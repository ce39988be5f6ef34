import mongoose from 'mongoose';
import { RANK, rankOf } from './bson-order';

/**
 * Bytes whose order under memcmp is the BSON order of the values they were written from.
 * INVARIANT: the bytes of one value are never a prefix of another's, so that keys can be concatenated.
 */
class KeyWriter {
  private bytes = Buffer.allocUnsafe(1024);
  private length = 0;

  start(): void {
    this.length = 0;
  }

  mark(): number {
    return this.length;
  }

  finish(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.bytes[i] = 255 - (this.bytes[i] as number);
  }

  value(value: unknown): void {
    const rank = rankOf(value);
    this.byte(rank << 4);
    this.payload(rank, value);
  }

  private payload(rank: number, value: unknown): void {
    switch (rank) {
      case RANK.NUMBER:
        this.number(value as number);
        break;
      case RANK.STRING:
        this.text(value as string);
        break;
      case RANK.OBJECT:
        this.object(value as object);
        break;
      case RANK.ARRAY:
        for (const item of value as unknown[]) this.value(item);
        this.byte(0);
        break;
      case RANK.BINARY:
        this.binary(value as mongoose.mongo.Binary);
        break;
      case RANK.OBJECT_ID:
        this.raw((value as mongoose.mongo.ObjectId).id);
        break;
      case RANK.BOOLEAN:
        this.byte(value ? 1 : 0);
        break;
      case RANK.DATE:
        this.number((value as Date).getTime());
    }
  }

  private object(value: object): void {
    for (const [name, item] of Object.entries(value)) {
      const rank = rankOf(item);
      this.byte(rank << 4);
      this.text(name);
      this.payload(rank, item);
    }
    this.byte(0);
  }

  private number(value: number): void {
    this.room(8);
    if (Number.isNaN(value)) this.bytes.fill(0, this.length, this.length + 8);
    else this.orderedDouble(value === 0 ? 0 : value);
    this.length += 8;
  }

  // IEEE doubles order as unsigned integers once negatives are inverted and positives get the sign bit.
  private orderedDouble(value: number): void {
    const at = this.bytes.writeDoubleBE(value, this.length) - 8;
    if (value >= 0) this.bytes[at] = (this.bytes[at] as number) | 0x80;
    else for (let i = at; i < at + 8; i++) this.bytes[i] = 255 - (this.bytes[i] as number);
  }

  private text(value: string): void {
    if (value.includes('\0')) this.escapeZeros(value);
    else this.plainText(value);
    this.byte(0);
    this.byte(0);
  }

  private plainText(value: string): void {
    this.room(value.length * 3);
    this.length += this.bytes.write(value, this.length, 'utf8');
  }

  private escapeZeros(value: string): void {
    for (const byte of Buffer.from(value, 'utf8')) {
      this.byte(byte);
      if (byte === 0) this.byte(0xff);
    }
  }

  private binary(value: mongoose.mongo.Binary): void {
    const content = value.value();
    this.room(5);
    this.length = this.bytes.writeUInt32BE(content.length, this.length);
    this.byte(value.sub_type);
    this.raw(content);
  }

  private raw(content: Uint8Array): void {
    this.room(content.length);
    this.bytes.set(content, this.length);
    this.length += content.length;
  }

  private byte(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  private room(extra: number): void {
    if (this.length + extra <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe((this.length + extra) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const writer = new KeyWriter();

/** The key of one value, ascending. */
export function encodeKey(value: unknown): Buffer {
  writer.start();
  writer.value(value);
  return writer.finish();
}

/** The key of several values; a direction of -1 reverses the order of its part. */
export function encodeCompoundKey(values: readonly unknown[], directions: readonly number[]): Buffer {
  writer.start();
  for (let i = 0; i < values.length; i++) {
    const start = writer.mark();
    writer.value(values[i]);
    if (directions[i] === -1) writer.invertFrom(start);
  }
  return writer.finish();
}

/** The first byte that every key of this value's type begins with. */
export function typeByte(value: unknown): number {
  return rankOf(value) << 4;
}

/** The least key above all keys that begin with these bytes. */
export function afterPrefix(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (prefix[last] === 0xff) last--;
  const next = Buffer.from(prefix.subarray(0, last + 1));
  next[last] = (next[last] as number) + 1;
  return next;
}
