import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeNewFile } from './write-new-file';

describe('a new file', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-file-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is written once, by one of many who try, for its user alone, and leaves nothing beside it', async () => {
    const file = path.join(directory, 'keys', 'one.json');
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
    const written = await Promise.all(texts.map((text) => writeNewFile(file, text)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(texts[written.indexOf(true)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['one.json']);
    expect(await writeNewFile(file, 'another')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(texts[written.indexOf(true)]);
  });
});
