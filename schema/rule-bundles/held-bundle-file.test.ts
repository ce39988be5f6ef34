import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  BUNDLE_INSTANT,
  keyChangeOf,
  nothingHeld,
  partOf,
  partyOf,
  rootKeysOf,
  signedChange,
  signedPart,
} from '../testing/rule-parties';
import type { HeldBundle } from './held-bundle';
import { readHeldBundle, writeHeldBundle } from './held-bundle-file';
import { holdBundle } from './hold-bundle';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const KEYS = rootKeysOf(COL, PAN, USA);
const BUNDLE = 'bundle.json';
const NUMBERS = 'highest-numbers.json';

describe('a held bundle on the disk', () => {
  let folder: string;
  let directory: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pasarela-held-'));
    directory = path.join(folder, 'held');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const holding = async (panama: number): Promise<HeldBundle> => {
    const parts = {
      COL: await signedPart(partOf('COL', 1), COL),
      PAN: await signedPart(partOf('PAN', panama), PAN),
      ALL: await signedPart(partOf('ALL', 1), COL, USA),
    };
    return (await holdBundle(nothingHeld(KEYS), { parts }, BUNDLE_INSTANT)).held;
  };
  const read = (keys = KEYS) => readHeldBundle(directory, keys, BUNDLE_INSTANT);
  const numbersRead = async () => {
    const { held } = await read();
    return Object.fromEntries([...held.parts].map(([owner, { part }]) => [owner, part.number]));
  };
  const file = (name: string) => path.join(directory, name);
  const alter = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')));

  it('is what it was, at the next start', async () => {
    const held = await holding(3);
    writeHeldBundle(directory, held);
    expect(await read()).toEqual({ held, refusals: [] });
  });

  it('is nothing before the first', async () => {
    expect(await read()).toEqual({ held: nothingHeld(KEYS), refusals: [] });
  });

  it("is its user's alone, with nothing left beside it", async () => {
    writeHeldBundle(directory, await holding(3));
    writeHeldBundle(directory, await holding(4));
    expect(readdirSync(directory).sort()).toEqual([BUNDLE, NUMBERS]);
    for (const name of [BUNDLE, NUMBERS]) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  });

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -1)],
    ['empty', () => ''],
    ['of another form', () => '{"held":true}'],
    ['of another kind', () => '[]'],
  ])('is nothing when it is %s, and no older number is taken then', async (_, change) => {
    writeHeldBundle(directory, await holding(3));
    alter(BUNDLE, change);
    expect(await numbersRead()).toEqual({});
    const older = { parts: { PAN: await signedPart(partOf('PAN', 2), PAN) } };
    const { held, refusals } = await holdBundle((await read()).held, older, BUNDLE_INSTANT);
    expect(refusals.map(({ code }) => code)).toEqual(['OLDER']);
    expect(held.parts.size).toBe(0);
  });

  it('is without the part that somebody forged in it, and with all others', async () => {
    writeHeldBundle(directory, await holding(3));
    const forged = await signedPart(partOf('PAN', 9), COL);
    alter(BUNDLE, (text) => JSON.stringify({ ...JSON.parse(text), parts: { ...JSON.parse(text).parts, PAN: forged } }));
    expect(await numbersRead()).toEqual({ COL: 1, ALL: 1 });
    expect((await read()).refusals).toEqual([expect.objectContaining({ owner: 'PAN', code: 'BAD_SIGNATURE' })]);
  });

  it('does not go back when an older file is put in its place (threat 55)', async () => {
    writeHeldBundle(directory, await holding(2));
    cpSync(file(BUNDLE), path.join(folder, 'older.json'));
    writeHeldBundle(directory, await holding(3));
    cpSync(path.join(folder, 'older.json'), file(BUNDLE));
    expect(await numbersRead()).toEqual({ COL: 1, ALL: 1 });
    expect((await read()).held.highest.get('PAN')).toBe(3);
  });

  it.each(['', '{"PAN":0}', '{"PAN":"3"}', '[3]'])('holds when its numbers are lost: %j', async (text) => {
    writeHeldBundle(directory, await holding(3));
    writeFileSync(file(NUMBERS), text);
    expect(await numbersRead()).toEqual({ COL: 1, PAN: 3, ALL: 1 });
  });

  it('takes what it is given next when both are lost, as on its first day', async () => {
    writeHeldBundle(directory, await holding(3));
    rmSync(directory, { recursive: true });
    const older = { parts: { PAN: await signedPart(partOf('PAN', 2), PAN) } };
    const { held } = await holdBundle((await read()).held, older, BUNDLE_INSTANT);
    expect(held.parts.get('PAN')?.part.number).toBe(2);
  });

  it('loses no part to a write that stops half way', async () => {
    writeHeldBundle(directory, await holding(2));
    const numbersOfTwo = readFileSync(file(NUMBERS));
    rmSync(file(NUMBERS));
    mkdirSync(path.join(file(NUMBERS), 'in the way'), { recursive: true });
    const three = await holding(3);
    expect(() => writeHeldBundle(directory, three)).toThrow();
    rmSync(file(NUMBERS), { recursive: true });
    writeFileSync(file(NUMBERS), numbersOfTwo);
    expect((await numbersRead()).PAN).toBe(3);
    expect(readdirSync(directory).sort()).toEqual([BUNDLE, NUMBERS]);
  });

  it('keeps the numbers below which it never goes while the bundle itself cannot be written', async () => {
    writeHeldBundle(directory, await holding(2));
    rmSync(file(BUNDLE));
    mkdirSync(path.join(file(BUNDLE), 'in the way'), { recursive: true });
    const three = await holding(3);
    expect(() => writeHeldBundle(directory, three)).toThrow();
    expect((await read()).held.highest.get('PAN')).toBe(2);
  });

  it('brings its key changes along, and verifies by them', async () => {
    const newPan = partyOf('PAN', 'the second of PAN');
    const change = await signedChange(await keyChangeOf(PAN, newPan), PAN);
    const bundle = { parts: { PAN: await signedPart(partOf('PAN', 1), newPan) }, keyChanges: [change] };
    const { held } = await holdBundle(nothingHeld(KEYS), bundle, BUNDLE_INSTANT);
    writeHeldBundle(directory, held);
    expect((await read()).held).toEqual(held);
    expect((await read(held.rootKeys)).held).toEqual(held);
  });

  it('is without what a replaced key signed: its owner signs again', async () => {
    writeHeldBundle(directory, await holding(3));
    const keys = rootKeysOf(COL, partyOf('PAN', 'the second of PAN'), USA);
    const { held, refusals } = await read(keys);
    expect([...held.parts.keys()].sort()).toEqual(['ALL', 'COL']);
    expect(refusals).toEqual([expect.objectContaining({ owner: 'PAN', code: 'BAD_SIGNATURE' })]);
  });
});
