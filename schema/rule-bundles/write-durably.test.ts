import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDurably } from './write-durably';

describe('writeDurably', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-durably-'));
    file = path.join(directory, 'kept', 'file.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('writes a file and its folder for its user alone, and replaces it whole', () => {
    writeDurably(file, 'a longer first text');
    writeDurably(file, 'second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect([file, path.dirname(file)].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o700]);
  });

  it('leaves the last of several texts, whole', () => {
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
    for (const text of texts) writeDurably(file, text);
    expect(readFileSync(file, 'utf8')).toBe(texts.at(-1));
    expect(readdirSync(path.dirname(file))).toEqual(['file.json']);
  });

  it('leaves nothing behind when it cannot write', () => {
    mkdirSync(path.join(file, 'in the way'), { recursive: true });
    expect(() => writeDurably(file, 'text')).toThrow();
    expect(readdirSync(path.dirname(file))).toEqual(['file.json']);
  });
});
