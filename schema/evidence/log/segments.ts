import type { FileSystem, OpenFile } from './file-system';
import { logFiles } from './log-files';
import { SegmentIndex, SegmentIndexFile } from './segment-index';

/** A segment that is written no more. */
export interface ClosedSegment {
  readonly first: number;
  readonly leaves: number;
  readonly bytes: number;
  /** The latest time of its leaves, in milliseconds. */
  readonly latest: number;
}

/** The segment that is written. */
export interface CurrentSegment {
  readonly first: number;
  readonly file: OpenFile;
  readonly index: SegmentIndex;
}

/** The files of a log's leaves, and where in them each stands. */
export class Segments {
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly directory: string,
    private readonly closed: ClosedSegment[],
    private now: CurrentSegment,
  ) {}

  get current(): CurrentSegment {
    return this.now;
  }

  /** The first leaf that was not dropped. */
  get firstKept(): number {
    return this.closed[0]?.first ?? this.now.first;
  }

  /** Goes on in a new file, which begins with a leaf. */
  async rotate(first: number): Promise<void> {
    const { index, file, ...old } = this.now;
    await writeIndex(this.fileSystem, logFiles.index(this.directory, old.first), index);
    const next = await openSegment(this.fileSystem, this.directory, first);
    const { leaves, bytes, latest } = index;
    this.closed.push({ ...old, leaves, bytes, latest });
    this.now = { first, file: next, index: new SegmentIndex(first) };
    // It was flushed: a handle that does not close takes nothing back.
    await file.close().catch(() => undefined);
  }

  /** Goes on in the same file, opened anew. */
  async reopen(file: OpenFile): Promise<void> {
    const { file: old } = this.now;
    this.now = { ...this.now, file };
    // What the old handle still has to say about a failed write was heard.
    await old.close().catch(() => undefined);
  }

  /** The line of a leaf; undefined when it was dropped. */
  async line(index: number): Promise<Buffer | undefined> {
    const { now } = this;
    if (index >= now.first) return this.read(now.first, now.index.lineAt(index - now.first));
    const segment = this.closed.findLast(({ first }) => first <= index);
    if (!segment) return undefined;
    const place = await this.inIndex(segment, (file) => file.lineAt(index - segment.first));
    return this.read(segment.first, place);
  }

  /** The lines of leaves from one on, as many of them as stand in its file, `most` at most; none when it was dropped. */
  async linesFrom(index: number, most: number): Promise<Buffer[]> {
    const { now } = this;
    if (index >= now.first) {
      const places = placesFrom(index - now.first, most, now.index.leaves);
      return places ? linesOf(await this.read(now.first, spanOf(places.map((place) => now.index.lineAt(place))))) : [];
    }
    const segment = this.closed.findLast(({ first }) => first <= index);
    const places = segment && placesFrom(index - segment.first, most, segment.leaves);
    if (!places) return [];
    const span = await this.inIndex(segment, async (file) =>
      spanOf(await Promise.all(places.map((place) => file.lineAt(place)))),
    );
    return linesOf(await this.read(segment.first, span));
  }

  /** The numbers of a request's leaves that are kept. */
  async leavesOf(requestId: string): Promise<number[]> {
    const found: number[] = [];
    for (const segment of this.closed) {
      const places = await this.inIndex(segment, (file) => file.placesOf(requestId));
      found.push(...places.map((place) => segment.first + place));
    }
    return [...found, ...this.now.index.placesOf(requestId).map((place) => this.now.first + place)];
  }

  /** The segments, from the oldest on, whose leaves are all older than a time. */
  olderThan(time: number): readonly ClosedSegment[] {
    const kept = this.closed.findIndex(({ latest }) => latest >= time);
    return kept < 0 ? [...this.closed] : this.closed.slice(0, kept);
  }

  /** The segments all of whose leaves are before one. */
  before(leaf: number): readonly ClosedSegment[] {
    return this.closed.filter(({ first, leaves }) => first + leaves <= leaf);
  }

  /** Drops the oldest segments, the oldest first, so that no crash leaves a hole. */
  async drop(segments: readonly ClosedSegment[]): Promise<void> {
    for (const segment of segments) {
      // Nobody begins to read what is about to go.
      this.closed.shift();
      await this.remove(segment).catch((error: unknown) => {
        this.closed.unshift(segment);
        throw error;
      });
    }
  }

  /** INVARIANT: the index goes first: it is made again where its leaves are left, and names requests, so must not outlive them. */
  private async remove({ first }: ClosedSegment): Promise<void> {
    await this.fileSystem.remove(logFiles.index(this.directory, first));
    await this.fileSystem.remove(logFiles.segment(this.directory, first));
    await this.fileSystem.syncFolder(logFiles.segments(this.directory));
  }

  private async read(first: number, { start, end }: { start: number; end: number }): Promise<Buffer> {
    const bytes = Buffer.alloc(end - start);
    await withFile(await this.fileSystem.open(logFiles.segment(this.directory, first), 'READ'), (file) =>
      file.read(bytes, start),
    );
    return bytes;
  }

  private async inIndex<Found>(segment: ClosedSegment, find: (index: SegmentIndexFile) => Promise<Found>) {
    const file = await this.fileSystem.open(logFiles.index(this.directory, segment.first), 'READ');
    return withFile(file, () => find(new SegmentIndexFile(file, segment)));
  }
}

/** The first and the last of `most` places at most in a segment of so many leaves; undefined where there is none. */
const placesFrom = (first: number, most: number, leaves: number): readonly [number, number] | undefined =>
  first < leaves && most > 0 ? [first, Math.min(first + most, leaves) - 1] : undefined;

const spanOf = ([first, last = first]: ReadonlyArray<{ start: number; end: number }>) => ({
  start: first?.start ?? 0,
  end: last?.end ?? 0,
});

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(LINE_BREAK, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

const LINE_BREAK = 0x0a;

/** Opens the file of a segment to write, and makes it where it is missing. */
export async function openSegment(fileSystem: FileSystem, directory: string, first: number): Promise<OpenFile> {
  const file = await fileSystem.open(logFiles.segment(directory, first), 'WRITE');
  try {
    await fileSystem.syncFolder(logFiles.segments(directory));
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Writes the index of a segment to a file of its own. */
export async function writeIndex(fileSystem: FileSystem, name: string, index: SegmentIndex): Promise<void> {
  await withFile(await fileSystem.open(name, 'WRITE'), async (file) => {
    await file.truncate(0);
    await file.write(index.encode(), 0);
  });
}

/** Uses a file and closes it. */
export async function withFile<Result>(file: OpenFile, use: (file: OpenFile) => Promise<Result>): Promise<Result> {
  return use(file).finally(() => file.close());
}
