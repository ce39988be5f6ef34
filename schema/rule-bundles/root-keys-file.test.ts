import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { partyOf, rootKeysOf } from '../testing/rule-parties';
import { developmentRootKeys, readRootKeys, writeRootKeys } from './root-keys-file';

const [COL, PAN] = [partyOf('COL'), partyOf('PAN')];
const KEY = { party: 'PAN', number: 1, key: PAN.key };

describe('a file of root keys', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-root-keys-'));
    file = path.join(directory, 'trust', 'root-keys.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const faultOf = (text: string) => {
    const wrong = path.join(directory, 'wrong.json');
    writeFileSync(wrong, text);
    try {
      readRootKeys(wrong);
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };

  it("is read as it was written, and is its user's alone", async () => {
    const keys = rootKeysOf(COL, PAN);
    writeRootKeys(file, keys);
    expect(readRootKeys(file)).toEqual(keys);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is of production unless it says otherwise', () => {
    const right = path.join(directory, 'right.json');
    writeFileSync(right, JSON.stringify([KEY, { party: 'COL', number: 1, key: COL.key, development: true }]));
    expect(developmentRootKeys(readRootKeys(right))).toEqual(['COL']);
  });

  it('is missing in one line that names it', () => {
    expect(() => readRootKeys(file)).toThrow(file);
  });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['no key', []],
    ['a party twice', [KEY, { ...KEY, key: COL.key }]],
    ['one key of two parties', [KEY, { ...KEY, party: 'COL' }]],
    ['a key of ALL', [{ ...KEY, party: 'ALL' }]],
    ['a private key', [{ ...KEY, key: PAN.privateKey }]],
    ['a key of another curve', [{ ...KEY, key: { ...PAN.key, crv: 'X25519' } }]],
    ['a key that is too short', [{ ...KEY, key: { ...PAN.key, x: 'AAAA' } }]],
    ['no number', [{ ...KEY, number: undefined }]],
    ['an unknown setting', [{ ...KEY, trusted: true }]],
  ])('cannot be used with %s, and says so in one line that holds no key', (_, content) => {
    const fault = faultOf(JSON.stringify(content));
    expect(fault).toMatch(/^The root keys in .*wrong\.json cannot be used: [^\n]+$/);
    for (const secret of [PAN.key.x, PAN.privateKey.d as string]) expect(fault).not.toContain(secret);
  });

  it.each(['', '{', '[{]'])('cannot be read when it is %j', (text) => {
    expect(faultOf(text)).toMatch(/^The root keys in .*wrong\.json are missing or unreadable[^\n]*$/);
  });
});
