import { hash } from 'node:crypto';
import { HASH_BYTES } from '../merkle/hashing';
import type { OpenFile } from './file-system';

/** Begins an index file; another form is another name. */
const MAGIC = Buffer.from('PASIDX1\n');
const HEADER_BYTES = 40;
const OFFSET_BYTES = 6;
const KEY_BYTES = 8;
const ENTRY_BYTES = KEY_BYTES + 4;

/** Where the leaves of a segment stand, and which belong to a request. */
export class SegmentIndex {
  private readonly offsets: number[] = [];
  // Whole numbers in plain lists: an object for each leaf would be gone through whenever memory is cleared up.
  private readonly keys = { high: [] as number[], low: [] as number[], place: [] as number[] };
  private earliestTime: number | undefined;
  private latestTime = 0;
  private end = 0;

  /** Of the segment that begins with a leaf. */
  constructor(private readonly first: number) {}

  get leaves(): number {
    return this.offsets.length;
  }

  /** Bytes of the leaves so far: where the next one begins. */
  get bytes(): number {
    return this.end;
  }

  /** The time of the first leaf. */
  get earliest(): number | undefined {
    return this.earliestTime;
  }

  /** The latest time that a leaf states. */
  get latest(): number {
    return this.latestTime;
  }

  /** Adds the next leaf: bytes of its line without the break, its request and its time, where it has them. */
  add({ bytes, requestId, time = 0 }: { bytes: number; requestId?: string | undefined; time?: number }): void {
    if (requestId !== undefined) {
      const key = keyOf(requestId);
      this.keys.high.push(key.readInt32BE(0));
      this.keys.low.push(key.readInt32BE(4));
      this.keys.place.push(this.offsets.length);
    }
    this.offsets.push(this.end);
    this.end += bytes + 1;
    this.earliestTime ??= time;
    this.latestTime = Math.max(this.latestTime, time);
  }

  /** Where the line of a leaf begins and ends, by its place in the segment. */
  lineAt(place: number): { start: number; end: number } {
    return { start: this.offsets[place] as number, end: (this.offsets[place + 1] ?? this.end) - 1 };
  }

  /** The places of a request's leaves in the segment. */
  placesOf(requestId: string): readonly number[] {
    const key = keyOf(requestId);
    const [wantedHigh, wantedLow] = [key.readInt32BE(0), key.readInt32BE(4)];
    const { high, low, place } = this.keys;
    return place.filter((_, at) => high[at] === wantedHigh && low[at] === wantedLow);
  }

  /** The index as a file: header, a place a leaf, the requests in the order of their keys, and a hash of all that. */
  encode(): Buffer {
    const rows = this.requestRows();
    const places = HEADER_BYTES + this.offsets.length * OFFSET_BYTES;
    const bytes = Buffer.alloc(places + rows.length * ENTRY_BYTES);
    const { first, leaves, end, latest } = this;
    writeHeader(bytes, { first, leaves, rows: rows.length, bytes: end, latest });
    for (const [at, offset] of this.offsets.entries())
      bytes.writeUIntBE(offset, HEADER_BYTES + at * OFFSET_BYTES, OFFSET_BYTES);
    for (const [at, { key, place }] of rows.entries()) {
      key.copy(bytes, places + at * ENTRY_BYTES);
      bytes.writeUInt32BE(place, places + at * ENTRY_BYTES + KEY_BYTES);
    }
    return Buffer.concat([bytes, hash('sha256', bytes, 'buffer')]);
  }

  /** The leaves of requests, in the order of the keys, those of one request in their own. */
  private requestRows(): Array<{ key: Buffer; place: number }> {
    const { high, low, place } = this.keys;
    const keys = Buffer.alloc(place.length * KEY_BYTES);
    const rows = place.map((leaf, at) => {
      keys.writeInt32BE(high[at] as number, at * KEY_BYTES);
      keys.writeInt32BE(low[at] as number, at * KEY_BYTES + 4);
      return { key: keys.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES), place: leaf };
    });
    return rows.sort((one, other) => Buffer.compare(one.key, other.key));
  }
}

interface IndexHeader {
  readonly first: number;
  readonly leaves: number;
  readonly rows: number;
  readonly bytes: number;
  readonly latest: number;
}

function writeHeader(target: Buffer, { first, leaves, rows, bytes, latest }: IndexHeader): void {
  MAGIC.copy(target);
  target.writeUInt32BE(leaves, 8);
  target.writeUInt32BE(rows, 12);
  target.writeDoubleBE(bytes, 16);
  target.writeDoubleBE(latest, 24);
  target.writeDoubleBE(first, 32);
}

/** What an index file says of its segment; undefined when the file is not as it was written. */
export async function readIndexHeader(file: OpenFile): Promise<IndexHeader | undefined> {
  const all = Buffer.alloc(await file.size());
  await file.read(all, 0);
  const [bytes, digest] = [all.subarray(0, -HASH_BYTES), all.subarray(-HASH_BYTES)];
  if (bytes.length < HEADER_BYTES || !hash('sha256', bytes, 'buffer').equals(digest)) return undefined;
  return {
    leaves: bytes.readUInt32BE(8),
    rows: bytes.readUInt32BE(12),
    bytes: bytes.readDoubleBE(16),
    latest: bytes.readDoubleBE(24),
    first: bytes.readDoubleBE(32),
  };
}

/** The index of a segment that is written no more, read from its file as needed. */
export class SegmentIndexFile {
  constructor(
    private readonly file: OpenFile,
    private readonly size: Pick<SegmentIndex, 'leaves' | 'bytes'>,
  ) {}

  /** Where the line of a leaf begins and ends, by its place in the segment. */
  async lineAt(place: number): Promise<{ start: number; end: number }> {
    const next = place + 1 < this.size.leaves ? await this.offset(place + 1) : this.size.bytes;
    return { start: await this.offset(place), end: next - 1 };
  }

  /** The places of a request's leaves in the segment, found by halving. */
  async placesOf(requestId: string): Promise<number[]> {
    const wanted = keyOf(requestId);
    const rows = (await this.bytes(12, 4)).readUInt32BE();
    let [low, high] = [0, rows];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (Buffer.compare((await this.row(middle)).key, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    const places: number[] = [];
    for (let at = low; at < rows; at += 1) {
      const { key, place } = await this.row(at);
      if (!key.equals(wanted)) break;
      places.push(place);
    }
    return places;
  }

  private async offset(place: number): Promise<number> {
    return (await this.bytes(HEADER_BYTES + place * OFFSET_BYTES, OFFSET_BYTES)).readUIntBE(0, OFFSET_BYTES);
  }

  private async row(at: number): Promise<{ key: Buffer; place: number }> {
    const start = HEADER_BYTES + this.size.leaves * OFFSET_BYTES + at * ENTRY_BYTES;
    const bytes = await this.bytes(start, ENTRY_BYTES);
    return { key: bytes.subarray(0, KEY_BYTES), place: bytes.readUInt32BE(KEY_BYTES) };
  }

  private async bytes(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    await this.file.read(bytes, position);
    return bytes;
  }
}

const keyOf = (requestId: string): Buffer => hash('sha256', requestId, 'buffer').subarray(0, KEY_BYTES);
