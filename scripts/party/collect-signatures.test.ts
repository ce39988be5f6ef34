import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import type { RootKeys } from '@pasarela/schema/rule-bundles/root-keys';
import { partyOf, rootKeysOf } from '@pasarela/schema/testing/rule-parties';
import { collectSignature, missingSigners } from './collect-signatures';

const [COL, PAN, USA, THIEF] = [partyOf('COL'), partyOf('PAN'), partyOf('USA'), partyOf('PAN', 'a thief')];
const ROOT_KEYS: RootKeys = rootKeysOf(COL, PAN, USA);
const NO_LABELS = { fields: new Map(), inputs: new Map(), records: new Map(), members: new Map() };
const partWith = (text: string, issuedAt = '2026-01-15T12:00:00.000Z') =>
  makePart({
    owner: 'ALL',
    number: 1,
    issuedAt,
    labels: NO_LABELS,
    documents: [{ name: 'guardrails/all.yaml', text }],
  });

describe('signatures of what all set together', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-signatures-'));
    file = path.join(directory, 'all.signed.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const sign = (by: typeof PAN | undefined, part = partWith('# one')) => {
    const key = path.join(directory, 'key.json');
    if (by) writeFileSync(key, JSON.stringify(by.privateKey));
    return collectSignature({ part, file, dir: 'rules', rootKeys: ROOT_KEYS, ...(by && { key }) });
  };
  const missing = (collected: Awaited<ReturnType<typeof sign>>, quorum = false) =>
    missingSigners('ALL', collected, { rootKeys: ROOT_KEYS, quorum });

  it('are collected one by one, whenever each signs; twice is once', async () => {
    expect(missing(await sign(PAN))).toEqual(['COL', 'USA']);
    expect(missing(await sign(PAN, partWith('# one', '2026-02-01T00:00:00.000Z')))).toEqual(['COL', 'USA']);
    const two = await sign(COL);
    expect([missing(two), missing(two, true)]).toEqual([['USA'], []]);
    const all = await sign(USA);
    expect([missing(all), all.signed.signatures]).toEqual([[], expect.any(Array)]);
    expect(all.signed.signatures).toHaveLength(3);
    expect((await sign(undefined)).signers).toEqual(new Set(['PAN', 'COL', 'USA']));
  });

  it('are of the very files that are here, and of pinned keys', async () => {
    await sign(PAN);
    await expect(sign(COL, partWith('# another'))).rejects.toMatchObject({ fault: 'differs' });
    await expect(sign(THIEF)).rejects.toMatchObject({ fault: 'otherKey' });
    writeFileSync(file, '{}');
    await expect(sign(COL)).rejects.toMatchObject({ fault: 'unreadable' });
  });

  it('are none without a key', async () => {
    await expect(sign(undefined)).rejects.toMatchObject({ fault: 'unreadable' });
  });
});
