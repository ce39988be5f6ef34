import {
  BUNDLE_INSTANT,
  base64urlOf,
  nothingHeld,
  partOf,
  partyOf,
  rawSigned,
  rootKeysOf,
  signedPart,
} from '../testing/rule-parties';
import type { HeldBundle } from './held-bundle';
import { holdBundle } from './hold-bundle';
import type { RootKeys } from './root-keys';
import { thumbprintOf } from './root-keys';
import type { Signed } from './signed';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const KEYS: RootKeys = rootKeysOf(COL, PAN, USA);
const NEXT = partOf('PAN', 2);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What Panama's slot may hold that is hostile; Panama's own key signs all of it that has a signature. */
const HOSTILE: Record<string, () => unknown> = {
  nothing: () => null,
  'a number': () => 7,
  'a list': () => [],
  'a compact signature': () => 'e30.e30.AAAA',
  'no signature': () => ({ payload: base64urlOf(NEXT), signatures: [] }),
  'an empty signature': () => ({ payload: base64urlOf(NEXT), signatures: [{ protected: 'e30', signature: '' }] }),
  'no JSON': () => signedText('{'),
  'a JSON of nothing': () => signedText('null'),
  'no text': () => signedText(''),
  'a part without form': () => signed({ ...NEXT, format: undefined }),
  'a part with more': () => signed({ ...NEXT, more: true }),
  'a part of the prototype': () => signedText(`{"__proto__":${JSON.stringify(NEXT)}}`),
  'a number that is none': () => signedText(JSON.stringify(NEXT).replace('"number":2', '"number":1e999')),
  'something deep': () => signedText(nested(100_000)),
  'labels that are deep': () =>
    signedText(JSON.stringify({ ...NEXT, labels: 1 }).replace(':1}', `:${nested(50_000)}}`)),
  'something huge': () => signed({ ...NEXT, labels: { 'Person.name': 'a'.repeat(3_000_000) } }),
  'a document with a path': () => signed({ ...NEXT, documents: [{ name: '../../trust/root-keys.json', text: '[]' }] }),
  'a thousand signatures': async () => {
    const { payload, signatures } = await signedPart(NEXT, PAN);
    return { payload, signatures: Array.from({ length: 1_000 }, () => signatures[0]) };
  },
  'a signature of something else': async () => ({
    ...(await signedPart(partOf('PAN', 3), PAN)),
    payload: base64urlOf(NEXT),
  }),
  "another party's signature": () => signedPart(NEXT, COL),
  'no algorithm': () => withHeader({ alg: 'none' }),
  'a shared secret': () => withHeader({ alg: 'HS256' }),
  'an unencoded payload': () => withHeader({ b64: false, crit: ['b64'] }),
  'a critical extension': () => withHeader({ crit: ['exp'], exp: 1 }),
  'another type': () => withHeader({ typ: 'pasarela-root-key+jws' }),
};

const signed = (content: unknown) => signedPart(content, PAN);
const signedText = async (text: string) => rawSigned(await panHeader(), text, PAN);
const withHeader = async (changes: object) => rawSigned({ ...(await panHeader()), ...changes }, NEXT, PAN);
const panHeader = async () => ({ alg: 'EdDSA', typ: 'pasarela-rules+jws', kid: await thumbprintOf(PAN.key) });

describe('a hostile bundle', () => {
  let held: HeldBundle;
  let good: Signed;
  const take = (bundle: unknown) => holdBundle(held, bundle, BUNDLE_INSTANT);
  beforeAll(async () => {
    const parts = { PAN: await signedPart(partOf('PAN', 1), PAN) };
    held = (await holdBundle(nothingHeld(KEYS), { parts }, BUNDLE_INSTANT)).held;
    good = await signedPart(partOf('COL', 1), COL);
  });

  it('would be taken if it were not hostile, so that the refusals below are due to that', async () => {
    const { refusals, held: after } = await take({ parts: { PAN: await signedText(JSON.stringify(NEXT)) } });
    expect([refusals, after.parts.get('PAN')?.part.number]).toEqual([[], 2]);
  });

  it.each(Object.entries(HOSTILE))('changes nothing for an owner with %s in its slot', async (_, hostile) => {
    const { held: after, refusals } = await take({ parts: { PAN: await hostile(), COL: good } });
    expect(after.parts.get('PAN')).toBe(held.parts.get('PAN'));
    expect(after.parts.get('COL')?.part).toEqual(partOf('COL', 1));
    expect(after.rootKeys).toEqual(KEYS);
    expect(refusals.map(({ owner }) => owner)).toEqual(['PAN']);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['text', 'parts'],
    ['a list', []],
    ['an empty object', {}],
    ['parts that are none', { parts: 'PAN' }],
    ['a list of parts', { parts: [1] }],
    ['something more', { parts: {}, keyChanges: [], rootKeys: [] }],
    ['key changes that are none', { parts: {}, keyChanges: {} }],
    ['too many key changes', { parts: {}, keyChanges: Array.from({ length: 1_001 }, () => null) }],
    ['too many owners', { parts: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [index, null])) }],
    ['something deep', JSON.parse(nested(100_000))],
  ])('changes nothing when it is %s', async (_, bundle) => {
    expect(await take(bundle)).toEqual({ held, refusals: [expect.objectContaining({ owner: '', code: 'BAD_SHAPE' })] });
  });

  it.each([
    ['the prototype', '__proto__'],
    ['a constructor', 'constructor'],
    ['a method', 'toString'],
    ['small letters', 'pan'],
    ['nothing', ''],
    ['nobody', 'ANY'],
    ['a header of its own', 'PAN\r\nx-more: 1'],
    ['a million letters', 'a'.repeat(1_000_000)],
  ])('knows no owner by the name of %s, and repeats no name without the form of one', async (_, name) => {
    const parts = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(good)},"COL":${JSON.stringify(good)}}`);
    const { held: after, refusals } = await take({ parts });
    expect([...after.parts.keys()].sort()).toEqual(['COL', 'PAN']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    for (const { owner } of refusals) expect(owner).toMatch(/^([A-Z]{3})?$/);
  });

  it('has one slot for an owner, however often the text names it', async () => {
    const text = `{"parts":{"COL":${JSON.stringify(good)},"COL":null,"PAN":null,"PAN":null}}`;
    const { held: after, refusals } = await take(JSON.parse(text));
    expect(after.parts).toEqual(held.parts);
    expect(refusals.map(({ owner, code }) => `${owner} ${code}`)).toEqual(['COL BAD_SHAPE', 'PAN BAD_SHAPE']);
  });

  it('does not fill a log with its own words', async () => {
    const loud = { ...NEXT, ['x'.repeat(500_000)]: 1, owner: 'PAN' };
    const { refusals } = await take({ parts: { PAN: await signed(loud) } });
    expect(refusals).toHaveLength(1);
    expect(JSON.stringify(refusals).length).toBeLessThan(400);
  });
});
