import { LIMITS } from './identity-limits';
import { spentProbesModel } from './spent-probes.model';
import { FOUND, nobody, type OpenIdentity, openIdentity, tokensFor } from './testing/open-identity';

const DAY = 86_400_000;

let identity: OpenIdentity;
beforeEach(async () => {
  identity = await openIdentity();
});
afterEach(() => identity.close());

const codeOf = ({ errors }: any) => errors?.[0]?.extensions.code;

describe('one check a target, a case and thirty days', () => {
  it('whoever of the party asks, from whichever agency, and however the case is written', async () => {
    const tokens = nobody();
    expect(codeOf(await identity.probe(tokens, { id: 'one' }))).toBeUndefined();
    for (const requester of [{ id: 'two' }, { agency: 'OTHER' }, { caseReference: 'case.1' }, {}])
      expect(codeOf(await identity.probe(tokens, requester))).toBe('PROBE_REPEATED');
  });

  it('and for each token alone, so that one cannot be tried with another', async () => {
    const [document, biographic] = nobody() as [string, string];
    await identity.probe([document, biographic]);
    const [fresh] = nobody() as [string];
    expect(codeOf(await identity.probe([document, fresh]))).toBe('PROBE_REPEATED');
    expect(codeOf(await identity.probe([fresh, biographic]))).toBe('PROBE_REPEATED');
    // What was refused took nothing: the fresh token may still be asked for.
    expect(codeOf(await identity.probe([fresh, nobody()[0] as string]))).toBeUndefined();
  });

  it('is refused alike for whoever is enrolled and whoever is not', async () => {
    const both = [tokensFor(FOUND[0] as never), nobody()];
    for (const tokens of both) await identity.probe(tokens);
    const refusals = [];
    for (const tokens of both) refusals.push(JSON.stringify(await identity.probe(tokens)));
    expect(refusals[0]).toContain('PROBE_REPEATED');
    expect(refusals[1]).toBe(refusals[0]);
  });

  it('is over after thirty days, and another case or party is free at once', async () => {
    const tokens = nobody();
    await identity.probe(tokens);
    expect(codeOf(await identity.probe(tokens, { caseReference: 'CASE-2' }))).toBeUndefined();
    expect(codeOf(await identity.probe(tokens, { party: 'COL' }))).toBeUndefined();
    identity.pass(LIMITS.windowDays * DAY - 1);
    expect(codeOf(await identity.probe(tokens))).toBe('PROBE_REPEATED');
    identity.pass(1);
    expect(codeOf(await identity.probe(tokens))).toBeUndefined();
  });
});

it('a case has its number of checks, over all officers', async () => {
  for (let sent = 0; sent < LIMITS.probesPerCase; sent++)
    expect(codeOf(await identity.probe(nobody(), { id: `officer-${sent % 3}` }))).toBeUndefined();
  expect(codeOf(await identity.probe(nobody(), { id: 'fourth' }))).toBe('PROBE_CASE_SPENT');
  expect(codeOf(await identity.probe(nobody(), { caseReference: 'CASE-2' }))).toBeUndefined();
});

it('lets exactly one of many through to the last check of a year, over all cases and agencies', async () => {
  const last = { spent: LIMITS.probesPerPartyAndYear - 1, expiresAt: Date.UTC(2027, 0, 1) };
  await spentProbesModel(identity.connection).create({ _id: 'year|USA|2026', ...last });
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      identity.probe(nobody(), { caseReference: `CASE-${index}`, agency: `AGENCY-${index}` }),
    ),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(codes.filter((code) => code === 'PROBE_YEAR_SPENT')).toHaveLength(5);
  expect(codeOf(await identity.probe(nobody(), { party: 'COL' }))).toBeUndefined();
  identity.pass(Date.UTC(2027, 0, 1) - identity.now().getTime());
  expect(codeOf(await identity.probe(nobody()))).toBeUndefined();
});

it.each<[string, object, object]>([
  ['its own party', {}, { askedParty: 'USA' }],
  ['a party that takes no part', {}, { askedParty: 'HUM' }],
  ['anybody, as one that takes no part', { party: 'HUM' }, {}],
  ['with one token', {}, { tokens: [nobody()[0]] }],
  ['with a text that is no token', {}, { tokens: ['A', 'B'] }],
  ['with an operator in the place of a token', {}, { tokens: ['{"$ne":null}', '{"$regex":".*"}'] }],
  ['with a key of another form', {}, { clientKey: 'a b' }],
])('nobody asks %s', async (_, requester, input) => {
  expect(codeOf(await identity.probe(nobody(), requester, input))).toBe('BAD_INPUT');
  expect(await spentProbesModel(identity.connection).countDocuments({})).toBe(0);
});

it('nobody asks without a case', async () => {
  expect(codeOf(await identity.probe(nobody(), { caseReference: '' }))).toBe('PROBE_CASE_REQUIRED');
});
