import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { hashOfLeaf, treeHash } from './second-verifier';

/** The files of a log: leaves by file, and the two others. */
export interface LogFiles {
  readonly segments: ReadonlyMap<string, Buffer>;
  readonly hashes: Buffer;
  readonly checkpoints: Buffer;
}

/** A log somebody tampered with, and a leaf that must be among those named. */
export interface Tampered extends LogFiles {
  readonly what: string;
  readonly leaf: number | undefined;
}

/** Reads the files of a log. */
export function readLog(directory: string): LogFiles {
  const names = readdirSync(path.join(directory, 'segments')).filter((name) => name.endsWith('.jsonl'));
  return {
    segments: new Map(names.map((name) => [name, readFileSync(path.join(directory, 'segments', name))])),
    hashes: readFileSync(path.join(directory, 'hashes')),
    checkpoints: readFileSync(path.join(directory, 'checkpoints.jsonl')),
  };
}

/** Puts files in the place of those of a log. */
export function writeLog(directory: string, { segments, hashes, checkpoints }: LogFiles): void {
  rmSync(path.join(directory, 'segments'), { recursive: true });
  rmSync(path.join(directory, 'hashes'));
  writeFiles(directory, { hashes, 'checkpoints.jsonl': checkpoints });
  writeFiles(path.join(directory, 'segments'), Object.fromEntries(segments));
}

function writeFiles(directory: string, files: Record<string, Buffer>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(directory, name), bytes);
}

/** The leaves of a log, a line each. */
export const linesOf = ({ segments }: LogFiles): string[] =>
  [...segments.values()].flatMap((bytes) => bytes.toString('utf8').split('\n').slice(0, -1));
const textOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));

/** The same files with other leaves, all in one file. */
const withLines = (log: LogFiles, lines: readonly string[]): LogFiles => ({
  ...log,
  segments: new Map([['0000000000000000.jsonl', textOf(lines)]]),
});

/** Hashes made again by whoever changed the leaves, in stored order, by the definition of the tree. */
function hashesOf(lines: readonly string[]): Buffer {
  const leaves = lines.map((line) => hashOfLeaf(Buffer.from(line)));
  return Buffer.concat(
    leaves.flatMap((_, index) => {
      const sizes = [1];
      for (let size = 2; (index + 1) % size === 0; size *= 2) sizes.push(size);
      return sizes.map((size) => treeHash(leaves.slice(index + 1 - size, index + 1)));
    }),
  );
}

const renumbered = (lines: readonly string[]) =>
  lines.map((line, number) => line.replace(/"sequence":\d+/, `"sequence":${number}`));
const changed = (line: string) => line.replace('"purpose":"STATISTICS"', '"purpose":"AUDIT"');
/** Whoever changes leaves makes everything fit that needs no key: numbers and hashes. */
export const covered = (log: LogFiles, lines: readonly string[]) => ({
  ...withLines(log, renumbered(lines)),
  hashes: hashesOf(renumbered(lines)),
});
/** The checkpoints of the first `size` leaves: what stays when a log is cut. */
export const checkpointsUpTo = (log: LogFiles, size: number) =>
  textOf(
    log.checkpoints
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '' && Number(JSON.parse(line).split('\n')[1]) <= size),
  );

/** Every kind of tampering, with places drawn at random, on a log of `size` leaves. */
export function anyTampering(log: LogFiles, size: number): fc.Arbitrary<Tampered> {
  const lines = linesOf(log);
  const leaf = fc.integer({ min: 0, max: size - 1 });
  const two = fc.tuple(leaf, leaf).filter(([one, other]) => one !== other);
  const flip = fc.integer({ min: 1, max: 255 });
  const byteOf = (bytes: Buffer) => fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), flip);
  return fc.oneof(
    fc.constantFrom(...log.segments.keys()).chain((name) =>
      byteOf(log.segments.get(name) as Buffer).map(([at, bits]) => ({
        ...log,
        what: `byte ${at} of ${name}`,
        leaf: leafAt(log, name, at),
        segments: new Map(log.segments).set(name, flipped(log.segments.get(name) as Buffer, at, bits)),
      })),
    ),
    byteOf(log.hashes).map(([at, bits]) => ({
      ...log,
      what: `byte ${at} of hashes`,
      leaf: undefined,
      hashes: flipped(log.hashes, at, bits),
    })),
    byteOf(log.checkpoints).map(([at, bits]) => ({
      ...log,
      what: `byte ${at} of checkpoints`,
      leaf: undefined,
      checkpoints: flipped(log.checkpoints, at, bits),
    })),
    leaf.map((at) => ({ ...withLines(log, lines.with(at, changed(lines[at] as string))), what: 'edited', leaf: at })),
    leaf.map((at) => ({
      ...covered(log, lines.with(at, changed(lines[at] as string))),
      what: 'edited, covered',
      leaf: at,
    })),
    leaf.map((at) => ({ ...withLines(log, lines.toSpliced(at, 1)), what: 'deleted', leaf: at })),
    leaf.map((at) => ({
      ...withLines(log, renumbered(lines.toSpliced(at, 1))),
      what: 'deleted, renumbered',
      leaf: at,
    })),
    leaf.map((at) => ({ ...covered(log, lines.toSpliced(at, 1)), what: 'deleted, covered', leaf: undefined })),
    two.map(([from, to]) => ({
      ...withLines(log, lines.toSpliced(to, 0, lines[from] as string)),
      what: 'repeated',
      leaf: from,
    })),
    two.map(([from, to]) => ({
      ...covered(log, lines.toSpliced(to, 0, changed(lines[from] as string))),
      what: 'inserted, covered',
      leaf: undefined,
    })),
    two.map(([one, other]) => ({
      ...withLines(log, lines.with(one, lines[other] as string).with(other, lines[one] as string)),
      what: 'exchanged',
      leaf: Math.min(one, other),
    })),
    two.map(([one, other]) => ({
      ...covered(log, lines.with(one, lines[other] as string).with(other, lines[one] as string)),
      what: 'exchanged, covered',
      leaf: undefined,
    })),
    leaf.map((at) => ({ ...withLines(log, lines.slice(0, at)), what: 'cut', leaf: at })),
    leaf.map((at) => ({
      ...covered(log, lines.slice(0, at)),
      checkpoints: checkpointsUpTo(log, at),
      what: 'cut, covered',
      leaf: at,
    })),
    fc.constant({ ...covered(log, [...lines, changed(lines[0] as string)]), what: 'added behind', leaf: size }),
    fc.constantFrom(...log.segments.keys()).map((name) => ({
      ...log,
      what: `without ${name}`,
      leaf: Number(name.slice(0, 16)),
      segments: new Map([...log.segments].filter(([one]) => one !== name)),
    })),
    fc.constant({
      ...log,
      checkpoints: firstExchanged(log.checkpoints),
      what: 'checkpoints exchanged',
      leaf: undefined,
    }),
    fc.constant({ ...log, checkpoints: Buffer.alloc(0), what: 'without checkpoints', leaf: undefined }),
  );
}

function firstExchanged(checkpoints: Buffer): Buffer {
  const [one, other, ...rest] = checkpoints.toString('utf8').trimEnd().split('\n') as [string, string, ...string[]];
  return textOf([other, one, ...rest]);
}

function flipped(bytes: Buffer, at: number, bits: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ bits;
  return copy;
}

function leafAt({ segments }: LogFiles, name: string, at: number): number {
  const before = (segments.get(name) as Buffer).subarray(0, at).toString('latin1').split('\n').length - 1;
  return Number(name.slice(0, 16)) + before;
}
