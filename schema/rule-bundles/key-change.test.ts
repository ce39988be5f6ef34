import { keyChangeOf, partyOf, rootKeysOf, signedChange, signedPart, type TestParty } from '../testing/rule-parties';
import { applyKeyChanges, type KeyChange } from './key-change';
import { developmentRootKeys } from './root-keys-file';
import type { Signed } from './signed';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const NEW_PAN = partyOf('PAN', 'the second of PAN');
const THIRD_PAN = partyOf('PAN', 'the third of PAN');
const CRI = partyOf('CRI');
const KEYS = rootKeysOf(COL, PAN, USA);

describe('applyKeyChanges', () => {
  let change: KeyChange;
  let joining: KeyChange;
  beforeAll(async () => {
    change = await keyChangeOf(PAN, NEW_PAN);
    joining = await keyChangeOf(undefined, CRI);
  });
  const signed = (changes: Partial<KeyChange>, ...by: TestParty[]) => signedChange({ ...change, ...changes }, ...by);
  const unchanged = async (...changes: readonly unknown[]) => {
    const { keys, refused } = await applyKeyChanges(KEYS, changes);
    expect(keys).toEqual(KEYS);
    expect(refused).toHaveLength(changes.length);
  };

  it('gives a party the key to which its old one hands over', async () => {
    const { keys, refused } = await applyKeyChanges(KEYS, [await signed({}, PAN)]);
    expect(keys.get('PAN')).toEqual({ party: 'PAN', number: 2, key: NEW_PAN.key, development: false });
    expect(keys.get('COL')).toBe(KEYS.get('COL'));
    expect(refused).toEqual([]);
  });

  it('gives a party that lost its key the one for which all others stand', async () => {
    const { keys } = await applyKeyChanges(KEYS, [await signed({}, COL, USA)]);
    expect(keys.get('PAN')?.key).toEqual(NEW_PAN.key);
  });

  it('needs more than half of the others, and never fewer than two', async () => {
    await unchanged(await signed({}, COL), await signed({}, COL, COL));
    const two = rootKeysOf(COL, PAN);
    expect((await applyKeyChanges(two, [await signed({}, COL)])).keys).toEqual(two);
    const five = rootKeysOf(COL, PAN, USA, CRI, partyOf('MEX'));
    expect((await applyKeyChanges(five, [await signed({}, COL, USA)])).keys).toEqual(five);
    expect((await applyKeyChanges(five, [await signed({}, COL, USA, CRI)])).keys.get('PAN')?.number).toBe(2);
  });

  it('lets a party join for which more than half of all stand', async () => {
    const { keys } = await applyKeyChanges(KEYS, [await signedChange(joining, COL, USA)]);
    expect(keys.get('CRI')).toEqual({ party: 'CRI', number: 1, key: CRI.key, development: false });
    await unchanged(await signedChange(joining, COL), await signedChange(joining, CRI));
    await unchanged(await signedChange(joining, COL, CRI));
  });

  it('lets nobody join as its own sponsor through one party alone', async () => {
    await unchanged(await signedChange(joining, PAN), await signedChange({ ...joining, party: 'MEX' }, PAN, CRI));
  });

  it('refuses what does not follow the pinned key', async () => {
    await unchanged(
      await signed({ number: 3 }, PAN),
      await signed({ number: 1 }, PAN),
      await signed({ replaces: null }, PAN),
      await signed({ replaces: 'another' }, PAN),
      await signedChange({ ...joining, number: 2 }, COL, PAN, USA),
      await signedChange({ ...joining, replaces: 'another' }, COL, PAN, USA),
    );
  });

  it('refuses the new key as its own witness, and a stranger', async () => {
    await unchanged(await signed({}, NEW_PAN), await signed({}, CRI), await signed({}, COL, CRI));
  });

  it('refuses a key that another party has: signatures would count for the wrong one', async () => {
    await unchanged(await signed({ key: COL.key }, PAN), await signedChange({ ...joining, key: COL.key }, COL, USA));
  });

  it.each(['ALL', 'ANY'])('refuses a key for %s, whoever signs', async (party) => {
    await unchanged(await signedChange({ ...joining, party }, COL, PAN, USA));
  });

  it('refuses what is no key change, though the right key signed it', async () => {
    await unchanged(
      null,
      {},
      await signed({ format: 'pasarela-root-key-2' as never }, PAN),
      await signed({ key: NEW_PAN.privateKey as never }, PAN),
      await signedPart(change, PAN),
    );
  });

  it('applies changes in their order, and passes over those that it has applied', async () => {
    const second = await signed({}, PAN);
    const third = await signedChange(await keyChangeOf(NEW_PAN, THIRD_PAN, { number: 3 }), NEW_PAN);
    const { keys } = await applyKeyChanges(KEYS, [second, third]);
    expect(keys.get('PAN')).toMatchObject({ number: 3, key: THIRD_PAN.key });
    expect(await applyKeyChanges(keys, [second, third])).toMatchObject({ keys, refused: [] });
    expect((await applyKeyChanges(KEYS, [third, second])).keys.get('PAN')?.number).toBe(2);
  });

  it('refuses a second content of a number that was applied', async () => {
    const { keys } = await applyKeyChanges(KEYS, [await signed({}, PAN)]);
    const again = await applyKeyChanges(keys, [await signed({ key: THIRD_PAN.key }, PAN, COL, USA)]);
    expect(again.keys).toEqual(keys);
    expect(again.refused).toEqual([{ party: 'PAN', cause: expect.any(String) }]);
  });

  it('says whose change it refused', async () => {
    const { refused } = await applyKeyChanges(KEYS, [await signed({}, COL), null]);
    expect(refused.map(({ party }) => party)).toEqual(['PAN', '']);
  });

  it('names once each change that stands', async () => {
    const [second, other]: Signed[] = [await signed({}, PAN), await signed({}, COL, USA)];
    const { taken } = await applyKeyChanges(KEYS, [second, other, await signed({ number: 7 }, PAN)]);
    expect(taken).toEqual([second]);
  });

  it('keeps in mind which keys are of a developer', async () => {
    const { keys } = await applyKeyChanges(KEYS, [await signed({ development: true }, PAN)]);
    expect(developmentRootKeys(keys)).toEqual(['PAN']);
  });
});
