import { partyOf, rootKeysOf } from '../testing/rule-parties';
import { majorityOf, rootKey, thumbprintOf, withNewlyPinned } from './root-keys';

describe('root keys', () => {
  it('are named as RFC 8037 says in its appendix A.3', async () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    expect(await thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
  ])('of %i parties more than half are %i', (parties, needed) => {
    expect(majorityOf(parties)).toBe(needed);
  });

  it.each(['ALL', 'ANY', 'pan', '__proto__', ''])('belong to parties, and not to %j', (party) => {
    const of = (name: string) => rootKey.safeParse({ party: name, number: 1, key: partyOf('PAN').key }).success;
    expect([of('PAN'), of(party)]).toEqual([true, false]);
  });

  it('of parties that were pinned since are added, and none is replaced or shared', () => {
    const [PAN, COL, BRA] = [partyOf('PAN'), partyOf('COL'), partyOf('BRA')];
    const held = rootKeysOf(PAN, COL);
    expect(withNewlyPinned(held, rootKeysOf(PAN, COL, BRA))).toEqual(rootKeysOf(PAN, COL, BRA));
    for (const pinned of [rootKeysOf(PAN), rootKeysOf(partyOf('PAN', 'another')), rootKeysOf({ ...PAN, party: 'BRA' })])
      expect(withNewlyPinned(held, pinned)).toBe(held);
  });

  it('are public', () => {
    const { key, privateKey } = partyOf('PAN');
    const isKey = (jwk: unknown) => rootKey.safeParse({ party: 'PAN', number: 1, key: jwk }).success;
    expect(isKey(key)).toBe(true);
    expect(isKey(privateKey)).toBe(false);
    expect(isKey({ ...key, crv: 'X25519' })).toBe(false);
    expect(isKey({ kty: 'oct', k: key.x })).toBe(false);
  });
});
