import { FOUND, type OpenIdentity, openIdentity, tokensFor } from './testing/open-identity';

const APPROVE =
  'mutation ($input: ApproveHitInput!) { item: approveIdentityHit(input: $input) { hit side state version } }';
const DECLINE = 'mutation ($hit: ID!) { item: declineIdentityHit(input: { hit: $hit }) { state version } }';
const INBOX = '{ items: identityInbox { hit side state version subject since until } }';
const DETAILS = 'query ($hit: ID!) { details: identityDetails(hit: $hit) { documentStatus nationality } }';
const GIVEN = {
  documentType: 'P',
  issuingState: 'VEN',
  documentStatus: 'VALID',
  nationality: 'VEN',
  claimedNationalities: [],
  habitualResidence: 'VEN',
  minor: false,
  victim: false,
  claimant: false,
};
const DAY = 86_400_000;

let identity: OpenIdentity;
let hit: string;
beforeEach(async () => {
  identity = await openIdentity();
  ({
    data: {
      probe: { hit },
    },
  } = await identity.probe(tokensFor(FOUND[0] as never), { id: 'officer' }));
  identity.passBatch();
});
afterEach(() => identity.close());

const codeOf = ({ errors }: any) => errors?.[0]?.extensions.code;
const approve = (requester: object, input: object = {}) =>
  identity.ask(APPROVE, { input: { hit, expectedVersion: 1, clientKey: 'key', ...input } }, requester);
const approveAsked = (input: object = {}) => approve({ party: 'PAN' }, { details: GIVEN, ...input });
const itemsOf = async (party: string) => (await identity.ask(INBOX, {}, { party })).data.items;
const details = async (requester = {}) => (await identity.ask(DETAILS, { hit }, requester)).data.details;

it('who made the check does not approve it', async () => {
  expect(codeOf(await approve({ id: 'officer' }))).toBe('OWN_PROBE');
  expect((await approve({ id: 'second' })).data.item).toMatchObject({ state: 'WAITS_FOR_PARTNER', version: 2 });
});

it.each(['asking first', 'asked first'])('details are given after both, %s', async (order) => {
  const sides = [() => approve({ id: 'second' }), () => approveAsked()];
  const [first, second] = order === 'asking first' ? sides : sides.toReversed();
  await first?.();
  expect(await details()).toBeNull();
  await second?.();
  expect(await details()).toEqual({ documentStatus: 'VALID', nationality: 'VEN' });
  expect(await details({ purpose: 'ENFORCEMENT' })).toBeNull();
  expect(await details({ caseReference: 'CASE-2' })).toBeNull();
  expect(await details({ party: 'PAN' })).toBeNull();
});

it('an approval is given once for a key, and another one conflicts', async () => {
  await approveAsked();
  expect((await approveAsked()).data.item).toMatchObject({ version: 2 });
  expect(codeOf(await approveAsked({ clientKey: 'other' }))).toBe('VERSION_CONFLICT');
  expect(codeOf(await approveAsked({ clientKey: 'other', expectedVersion: 2 }))).toBe('VERSION_CONFLICT');
});

it('an asked party that takes it back leaves nothing, and is out of its own inbox alone', async () => {
  await approve({ id: 'second' });
  const before = await itemsOf('USA');
  await approveAsked();
  expect((await identity.ask(DECLINE, { hit }, { party: 'PAN' })).data.item).toBeNull();
  expect(await details()).toBeNull();
  expect(await itemsOf('PAN')).toEqual([]);
  expect(await itemsOf('USA')).toEqual(before);
  expect(codeOf(await approveAsked())).toBe('UNKNOWN_HIT');
});

it('an asking party takes its approval back and may give it again', async () => {
  await approve({ id: 'second' });
  await approveAsked();
  expect((await identity.ask(DECLINE, { hit }, {})).data.item).toEqual({ state: 'WAITS_FOR_YOU', version: 1 });
  expect(await details()).toBeNull();
  await approve({ id: 'second' }, { clientKey: 'again' });
  expect(await details()).not.toBeNull();
});

it('a hit that is no one’s own, invented, too early or over is unknown', async () => {
  const unknown = 'ffffffffffffffffffffffff';
  expect(codeOf(await approve({ party: 'COL' }))).toBe('UNKNOWN_HIT');
  expect(codeOf(await approve({ id: 'second' }, { hit: unknown }))).toBe('UNKNOWN_HIT');
  expect(codeOf(await identity.ask(DECLINE, { hit }, { party: 'COL' }))).toBe('UNKNOWN_HIT');
  identity.pass(31 * DAY);
  expect(codeOf(await approve({ id: 'second' }))).toBe('UNKNOWN_HIT');
  expect(await itemsOf('USA')).toEqual([]);
});

it.each<[string, object, object]>([
  ['the asked party without details', { party: 'PAN' }, {}],
  ['the asking party with details', { id: 'second' }, { details: GIVEN }],
  ['an unknown country', { party: 'PAN' }, { details: { ...GIVEN, nationality: 'XXX' } }],
  ['a document type in words', { party: 'PAN' }, { details: { ...GIVEN, documentType: 'passport' } }],
])('no approval by %s', async (_, requester, input) => {
  expect(codeOf(await approve(requester, input))).toBe('BAD_INPUT');
});
