import fc from 'fast-check';
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
import { holdBundle } from './hold-bundle';
import { applyKeyChanges } from './key-change';
import type { Signed } from './signed';

const RUNS = { seed: 20_260_115, numRuns: 300 };
const PARTIES = ['COL', 'CRI', 'MEX', 'PAN', 'PER', 'USA'].map((party) => partyOf(party));
const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const KEYS = rootKeysOf(COL, PAN, USA);
const HIGHEST = 4;

const hold = (held: HeldBundle, parts: object) => holdBundle(held, { parts }, BUNDLE_INSTANT);
const numbers = ({ parts }: HeldBundle) =>
  Object.fromEntries([...parts].map(([owner, { part }]) => [owner, part.number]));
const more = (parties: number) => Math.floor(parties / 2) + 1;

/** One offered slot of a bundle: an owner's part by number, signed rightly or not. */
interface Offer {
  readonly owner: 'ALL' | 'COL' | 'PAN';
  readonly number: number;
  readonly right: boolean;
}
const offer: fc.Arbitrary<Offer> = fc.record({
  owner: fc.constantFrom('ALL', 'COL', 'PAN'),
  number: fc.integer({ min: 1, max: HIGHEST }),
  right: fc.boolean(),
});
const SIGNERS = {
  ALL: { right: [COL, USA], wrong: [USA] },
  COL: { right: [COL], wrong: [PAN, USA] },
  PAN: { right: [PAN], wrong: [COL, USA] },
};
const nameOf = ({ owner, number, right }: Offer) => `${owner} ${number} ${right}`;

describe('the laws of held bundles', () => {
  it('no change of one byte of a signed part is taken', async () => {
    const text = JSON.stringify(await signedPart(partOf('PAN', 1), PAN));
    expect(numbers((await hold(nothingHeld(KEYS), { PAN: JSON.parse(text) })).held)).toEqual({ PAN: 1 });
    const change = fc.record({ at: fc.nat(text.length - 1), to: fc.integer({ min: 0x20, max: 0x7e }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to }) => {
        const altered = text.slice(0, at) + String.fromCharCode(to) + text.slice(at + 1);
        fc.pre(altered !== text);
        const part = jsonOf(altered);
        expect((await hold(nothingHeld(KEYS), { PAN: part })).held.parts.size).toBe(0);
      }),
      { ...RUNS, numRuns: 1_000 },
    );
  });

  it('no last letter of a signature, of a header or of a payload has a second spelling', async () => {
    const { payload, signatures } = await signedPart(partOf('PAN', 1), PAN);
    const [one] = signatures as [Signed['signatures'][number]];
    const whole = { payload, ...one };
    for (const name of ['payload', 'protected', 'signature'] as const)
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
        const altered = { ...whole, [name]: whole[name].slice(0, -1) + letter };
        if (altered[name] === whole[name]) continue;
        const part = {
          payload: altered.payload,
          signatures: [{ protected: altered.protected, signature: altered.signature }],
        };
        expect((await hold(nothingHeld(KEYS), { PAN: part })).held.parts.size).toBe(0);
      }
  });

  it('whatever arrives in whatever order, each owner ends with its highest valid number and never goes back', async () => {
    const signed = new Map<string, Signed>();
    for (const owner of ['ALL', 'COL', 'PAN'] as const)
      for (let number = 1; number <= HIGHEST; number++)
        for (const right of [true, false]) {
          const by = SIGNERS[owner][right ? 'right' : 'wrong'];
          signed.set(nameOf({ owner, number, right }), await signedPart(partOf(owner, number), ...by));
        }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(offer, { maxLength: 3 }), { maxLength: 8 }), async (bundles) => {
        let held = nothingHeld(KEYS);
        const highest: Record<string, number> = {};
        for (const offers of bundles) {
          // Of several for one owner the last one stands, as in an object.
          const slots = new Map(offers.map((one) => [one.owner, one]));
          const parts = Object.fromEntries([...slots].map(([owner, one]) => [owner, signed.get(nameOf(one))]));
          held = (await hold(held, parts)).held;
          for (const { owner, number, right } of slots.values())
            if (right) highest[owner] = Math.max(number, highest[owner] ?? 0);
          expect(numbers(held)).toEqual(highest);
        }
      }),
      RUNS,
    );
  });

  it('a part of ALL is taken exactly where more than half of the parties signed it, each counted once', async () => {
    const alone = await Promise.all(PARTIES.map((party) => signedPart(partOf('ALL', 1), party)));
    const network = fc.record({ size: fc.integer({ min: 1, max: 6 }), by: fc.array(fc.nat(5), { minLength: 1 }) });
    await fc.assert(
      fc.asyncProperty(network, async ({ size, by }) => {
        const signatures = by.flatMap((index) => (alone[index] as Signed).signatures);
        const part = { payload: (alone[0] as Signed).payload, signatures };
        const { held } = await hold(nothingHeld(rootKeysOf(...PARTIES.slice(0, size))), { ALL: part });
        const counted = new Set(by.filter((index) => index < size)).size;
        expect(held.parts.has('ALL')).toBe(counted >= more(size));
      }),
      RUNS,
    );
  });

  it('a key changes exactly where its own key, or more than half of the others and two, stand for it', async () => {
    const [first] = PARTIES as [(typeof PARTIES)[number]];
    const change = await keyChangeOf(first, partyOf(first.party, 'the second'));
    const alone = await Promise.all(PARTIES.map((party) => signedChange(change, party)));
    const network = fc.record({ size: fc.integer({ min: 1, max: 6 }), by: fc.array(fc.nat(5), { minLength: 1 }) });
    await fc.assert(
      fc.asyncProperty(network, async ({ size, by }) => {
        const keys = rootKeysOf(...PARTIES.slice(0, size));
        const signatures = by.flatMap((index) => (alone[index] as Signed).signatures);
        const changed = await applyKeyChanges(keys, [{ payload: (alone[0] as Signed).payload, signatures }]);
        const others = new Set(by.filter((index) => index > 0 && index < size)).size;
        const stands = by.includes(0) || others >= Math.max(more(size - 1), 2);
        expect(changed.keys.get(first.party)?.number).toBe(stands ? 2 : 1);
        expect(changed.refused).toHaveLength(stands ? 0 : 1);
      }),
      RUNS,
    );
  });
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
