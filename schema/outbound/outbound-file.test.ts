import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPinnedOutbound, writePinnedOutbound } from './outbound-file';

describe('a file of pinned addresses', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-outbound-'));
    file = path.join(directory, 'trust', 'outbound.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is read as it was written, is its user alone, and pins nothing while it is not there', async () => {
    expect(readPinnedOutbound(file)).toEqual({ pinned: [], networks: [] });
    const pinned = { pinned: ['data.bra.example:443', '[2001:db8::1]:443'], networks: ['10.20.0.0/16'] };
    writePinnedOutbound(file, pinned);
    expect(readPinnedOutbound(file)).toEqual(pinned);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"pinned":["data.bra.example"]}',
    '{"pinned":["https://data.bra.example:443"]}',
    '{"pinned":["a@data.bra.example:443"]}',
    '{"pinned":["*"]}',
    '{"pinned":[],"networks":["10.0.0.0/33"]}',
    '{"pinned":[],"networks":["all"]}',
    '{"pinned":[],"everything":true}',
  ])('is not %s: one line names it, and nothing is allowed by it', (text) => {
    const wrong = path.join(directory, 'wrong.json');
    writeFileSync(wrong, text);
    expect(() => readPinnedOutbound(wrong)).toThrow(
      /^The addresses in .*wrong\.json (are unreadable|cannot be used)[^\n]*$/,
    );
  });
});
