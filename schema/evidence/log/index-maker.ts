import { textIn } from '../leaves/leaf-text';
import type { InspectionListener } from '../verification/inspect-log';
import { type FileSystem, openIfThere } from './file-system';
import { logFiles } from './log-files';
import { readLines } from './read-lines';
import { readIndexHeader, SegmentIndex } from './segment-index';
import { type ClosedSegment, withFile, writeIndex } from './segments';

/**
 * Makes the indexes of segments while a log is looked through. An index file that is as it was written, and is of so
 * many leaves and bytes, is not made again.
 */
export class IndexMaker implements InspectionListener {
  /** The segments before the last, each with its index in a file. */
  readonly closed: ClosedSegment[] = [];
  private first: number | undefined;
  private leaves = 0;
  private bytes = 0;
  private made: SegmentIndex | undefined;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly directory: string,
  ) {}

  leaf(line: Buffer): void {
    this.leaves += 1;
    this.bytes += line.length + 1;
    if (this.made) addTo(this.made, line);
  }

  async segmentStart(first: number, isLast: boolean): Promise<void> {
    await this.endSegment();
    this.first = first;
    [this.leaves, this.bytes] = [0, 0];
    this.made = isLast || !(await this.header(first)) ? new SegmentIndex(first) : undefined;
  }

  /** The index of the last segment. */
  get index(): SegmentIndex {
    return this.made ?? new SegmentIndex(0);
  }

  private async endSegment(): Promise<void> {
    const { first, leaves, bytes } = this;
    if (first === undefined) return;
    const held = this.made ? undefined : await this.header(first);
    const isRight = held?.first === first && held.leaves === leaves && held.bytes === bytes;
    const { latest } = isRight ? held : await this.write(first, this.made ?? (await this.read(first)));
    this.closed.push({ first, leaves, bytes, latest });
  }

  private async write(first: number, index: SegmentIndex): Promise<SegmentIndex> {
    await writeIndex(this.fileSystem, logFiles.index(this.directory, first), index);
    return index;
  }

  private async header(first: number) {
    const file = await openIfThere(this.fileSystem, logFiles.index(this.directory, first));
    return file && withFile(file, readIndexHeader);
  }

  private async read(first: number): Promise<SegmentIndex> {
    const index = new SegmentIndex(first);
    const file = await this.fileSystem.open(logFiles.segment(this.directory, first), 'READ');
    await withFile(file, async () => {
      for await (const lines of readLines(file)) for (const line of lines) addTo(index, line);
    });
    return index;
  }
}

function addTo(index: SegmentIndex, line: Buffer): void {
  const time = Date.parse(textIn(line, 'time') ?? '');
  index.add({ bytes: line.length, requestId: textIn(line, 'requestId'), time: Number.isNaN(time) ? 0 : time });
}
