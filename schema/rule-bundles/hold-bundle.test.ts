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
import { holdBundle, noLongerSigned } from './hold-bundle';
import type { Signed } from './signed';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const NEW_PAN = partyOf('PAN', 'the second of PAN');
const NOTHING = nothingHeld(rootKeysOf(COL, PAN, USA));

const hold = (held: HeldBundle, parts: object, keyChanges: readonly unknown[] = []) =>
  holdBundle(held, { parts, keyChanges }, BUNDLE_INSTANT);
const numbers = ({ parts }: HeldBundle) =>
  Object.fromEntries([...parts].map(([owner, { part }]) => [owner, part.number]));

describe('holdBundle', () => {
  const pan = (number: number, changes = {}) => signedPart(partOf('PAN', number, changes), PAN);
  const all = (number: number, ...by: (typeof PAN)[]) => signedPart(partOf('ALL', number), ...by);
  let secondOfPan: HeldBundle;
  beforeAll(async () => {
    secondOfPan = (await hold(NOTHING, { PAN: await pan(2) })).held;
  });
  const refusedOf = async (parts: object, held = secondOfPan) => {
    const result = await hold(held, parts);
    expect(numbers(result.held)).toEqual(numbers(held));
    return result.refusals.map(({ owner, code }) => `${owner} ${code}`);
  };

  it('takes what each owner signed, and of ALL what more than half of the parties signed', async () => {
    const { held, refusals } = await hold(NOTHING, {
      COL: await signedPart(partOf('COL', 7), COL),
      PAN: await pan(2),
      ALL: await all(1, COL, USA),
    });
    expect(numbers(held)).toEqual({ COL: 7, PAN: 2, ALL: 1 });
    expect(held.parts.get('PAN')?.part).toEqual(partOf('PAN', 2));
    expect(refusals).toEqual([]);
  });

  it('takes a higher number, whether or not it saw those between', async () => {
    expect(numbers((await hold(secondOfPan, { PAN: await pan(9) })).held)).toEqual({ PAN: 9 });
  });

  it('keeps what it holds when the same arrives again', async () => {
    const { held, refusals } = await hold(secondOfPan, { PAN: await pan(2) });
    expect(held.parts.get('PAN')).toBe(secondOfPan.parts.get('PAN'));
    expect(refusals).toEqual([]);
  });

  it('refuses a lower number (threat 55)', async () => {
    expect(await refusedOf({ PAN: await pan(1) })).toEqual(['PAN OLDER']);
  });

  it('refuses another content under the same number', async () => {
    expect(await refusedOf({ PAN: await pan(2, { documents: [] }) })).toEqual(['PAN EQUIVOCATION']);
  });

  it('refuses a part without the signature of its owner', async () => {
    expect(await refusedOf({ PAN: await signedPart(partOf('PAN', 3), COL, USA) })).toEqual(['PAN BAD_SIGNATURE']);
  });

  it("refuses a part in another owner's slot, whoever signed it", async () => {
    const parts = {
      COL: await signedPart(partOf('PAN', 3), PAN, COL),
      ALL: await signedPart(partOf('PAN', 3), PAN, COL),
    };
    expect(await refusedOf(parts)).toEqual(['COL BAD_SIGNATURE', 'ALL BAD_SIGNATURE']);
  });

  it('refuses what half of the parties set for ALL, however often they sign', async () => {
    const { payload, signatures } = await all(1, COL);
    const often = { payload, signatures: [...signatures, ...signatures, ...signatures] };
    expect(await refusedOf({ ALL: often })).toEqual(['ALL NO_QUORUM']);
    const four = nothingHeld(rootKeysOf(COL, PAN, USA, partyOf('CRI')));
    expect(await refusedOf({ ALL: await all(1, COL, PAN) }, four)).toEqual(['ALL NO_QUORUM']);
    expect(await refusedOf({ ALL: await all(1, COL, partyOf('CRI')) })).toEqual(['ALL NO_QUORUM']);
  });

  it('refuses a party whose key nobody pinned', async () => {
    const CRI = partyOf('CRI');
    expect(await refusedOf({ CRI: await signedPart(partOf('CRI', 1), CRI) })).toEqual(['CRI UNKNOWN_OWNER']);
  });

  it.each([
    [5 * 60_000, 3],
    [5 * 60_000 + 1, 2],
  ])('of what is issued %i ms from now it holds number %i', async (ahead, number) => {
    const issuedAt = new Date(BUNDLE_INSTANT.getTime() + ahead).toISOString();
    const { held, refusals } = await hold(secondOfPan, { PAN: await pan(3, { issuedAt }) });
    expect(numbers(held)).toEqual({ PAN: number });
    expect(refusals.map(({ code }) => code)).toEqual(number === 3 ? [] : ['FROM_THE_FUTURE']);
  });

  it('loses nothing that a bundle leaves out', async () => {
    const { held } = await hold(secondOfPan, { COL: await signedPart(partOf('COL', 1), COL) });
    expect(numbers(held)).toEqual({ COL: 1, PAN: 2 });
    expect(numbers((await hold(held, {})).held)).toEqual({ COL: 1, PAN: 2 });
  });

  it('takes the good parts beside one that it refuses', async () => {
    const { held, refusals } = await hold(secondOfPan, {
      PAN: await pan(1),
      COL: await signedPart(partOf('COL', 1), COL),
      USA: 'nothing',
    });
    expect(numbers(held)).toEqual({ COL: 1, PAN: 2 });
    expect(refusals.map(({ owner, code }) => `${owner} ${code}`)).toEqual(['PAN OLDER', 'USA BAD_SHAPE']);
  });

  it('refuses an older number also where the part itself was lost', async () => {
    const lost = { ...secondOfPan, parts: new Map() };
    expect(await refusedOf({ PAN: await pan(1) }, lost)).toEqual(['PAN OLDER']);
    expect(numbers((await hold(lost, { PAN: await pan(2) })).held)).toEqual({ PAN: 2 });
  });

  it('does not alter what it was given', async () => {
    const before = [numbers(secondOfPan), [...secondOfPan.highest]];
    await hold(secondOfPan, { PAN: await pan(3), COL: await signedPart(partOf('COL', 1), COL) });
    expect([numbers(secondOfPan), [...secondOfPan.highest]]).toEqual(before);
  });

  describe('when a key changes', () => {
    let change: Signed;
    let changed: HeldBundle;
    beforeAll(async () => {
      change = await signedChange(await keyChangeOf(PAN, NEW_PAN), PAN);
      changed = (await hold(secondOfPan, {}, [change])).held;
    });

    it('takes what the new key signed, in the same bundle already, and nothing more of the old one', async () => {
      const byNew = await signedPart(partOf('PAN', 3), NEW_PAN);
      expect(await refusedOf({ PAN: byNew })).toEqual(['PAN BAD_SIGNATURE']);
      expect(numbers((await hold(secondOfPan, { PAN: byNew }, [change])).held)).toEqual({ PAN: 3 });
      expect(await refusedOf({ PAN: await pan(3) }, changed)).toEqual(['PAN BAD_SIGNATURE']);
    });

    it('takes another signature under the same part, so that a point that starts anew believes it', async () => {
      const held = (await hold(NOTHING, { ALL: await all(1, COL, PAN) })).held;
      const after = (await hold(held, {}, [change])).held;
      expect(await noLongerSigned(after)).toEqual(['ALL']);
      const tooFew = await hold(after, { ALL: await all(1, NEW_PAN) });
      expect(tooFew.held.parts.get('ALL')).toBe(after.parts.get('ALL'));
      const signed = await all(1, COL, NEW_PAN);
      const again = (await hold(after, { ALL: signed })).held;
      expect(again.parts.get('ALL')?.signed).toEqual(signed);
      expect(await noLongerSigned(again)).toEqual([]);
    });

    it('goes on with what the old key signed until the owner signs again', () => {
      expect(numbers(changed)).toEqual({ PAN: 2 });
    });

    it('keeps the change when later bundles leave it out, or bring a bad one', async () => {
      const worthless = await signedChange(await keyChangeOf(COL, partyOf('COL', 'another')), PAN);
      for (const changes of [[], [worthless], [worthless, change]]) {
        const { held } = await hold(changed, {}, changes);
        expect(held.rootKeys.get('PAN')?.key).toEqual(NEW_PAN.key);
        expect(held.keyChanges).toEqual([change]);
      }
    });

    it('keeps a good change that arrives with a bad one, and says which is bad', async () => {
      const worthless = await signedChange(await keyChangeOf(COL, partyOf('COL', 'another')), PAN);
      const { held, refusals } = await hold(NOTHING, {}, [worthless, change]);
      expect(held.keyChanges).toEqual([change]);
      expect(refusals).toEqual([{ owner: 'COL', code: 'BAD_KEY_CHANGE', cause: expect.any(String) }]);
    });
  });
});
