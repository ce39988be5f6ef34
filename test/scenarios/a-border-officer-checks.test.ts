import { mayBeFound } from '@pasarela/joint-identity/may-be-found';
import { probeTokens } from '@pasarela/joint-identity/probe-tokens';
import { readMrz } from '@pasarela/joint-identity/read-mrz';
import { syntheticTravellers } from '@pasarela/joint-identity/seed';
import { syntheticPairKey } from '@pasarela/joint-identity/synthetic-keys';
import type { SyntheticTraveller } from '@pasarela/joint-identity/synthetic-traveller';
import { writeTd3 } from '@pasarela/joint-identity/testing/write-mrz';
import { openWitnessedStage, type WitnessedStage } from '../federation/witnessed-stage';

const MINUTE = 60_000;
const DAY = 86_400_000;
const CASE = 'USA-2026-0310';
const PROBE = /* GraphQL */ `
  mutation ($input: IdentityProbeInput!) {
    probeIdentity(input: $input) { dataset ticket askedParty replyFrom result hit }
  }
`;
const REPLY = 'query ($ticket: ID!) { identityProbe(ticket: $ticket) { ticket result hit replyFrom } }';
const INBOX = /* GraphQL */ `{
  identityInbox { hit side state partner caseReference purpose subject since until version whatToDoEn whatToDoEs }
}`;
const APPROVE = 'mutation ($input: ApproveHitInput!) { approveIdentityHit(input: $input) { hit state version } }';
const DECLINE = 'mutation ($hit: ID!) { declineIdentityHit(input: { hit: $hit }) { hit state } }';
const DETAILS = /* GraphQL */ `
  query ($hit: ID!) {
    identityDetails(hit: $hit) {
      dataset subject documentType issuingState documentStatus documentExpiresOn nationality sex birthDate lastRecordedOn
    }
  }
`;

/** A passport at a desk: an officer of the United States asks Panama whether it knows the traveller. */
describe('a border officer checks a document', () => {
  let stage: WitnessedStage;
  let clientKey = 0;
  beforeAll(async () => {
    stage = await openWitnessedStage({ at: '2026-03-10T09:03:00Z' });
  });
  afterAll(() => stage.close());

  async function ask(as: string, query: string, variables: object = {}, caseReference?: string) {
    const headers: Record<string, string> = caseReference ? { 'x-case-reference': caseReference } : {};
    return stage.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query, variables: { ...variables }, headers });
  }
  const codeOf = ({ body }: any) => body.errors?.[0]?.extensions.code;
  const travellers = syntheticTravellers('PAN', 0.005);
  const found = (asking: string) => travellers.filter((traveller) => mayBeFound(traveller, asking));
  const [known, another, third, fourth, ...withoutUse] = found('USA') as [
    SyntheticTraveller,
    SyntheticTraveller,
    SyntheticTraveller,
    SyntheticTraveller,
    ...SyntheticTraveller[],
  ];

  /** What the desk's machine sends: what it read stays at the desk. */
  const checkOf = (lines: readonly string[], asking = 'USA') => {
    const { format, failedChecks, ...attributes } = readMrz(lines);
    const key = syntheticPairKey(asking, 'PAN');
    const tokens = probeTokens(attributes, { asking, asked: 'PAN', key });
    clientKey += 1;
    return { input: { askedParty: 'PAN', tokens, document: { format, failedChecks }, clientKey: `desk-${clientKey}` } };
  };
  const send = async (traveller: SyntheticTraveller, caseReference = CASE) => {
    const { body } = await ask('border.usa', PROBE, checkOf(writeTd3(traveller)), caseReference);
    expect(body.errors).toBeUndefined();
    return body.data.probeIdentity;
  };
  const nextBatch = () => {
    stage.clock.aheadMs += 11 * MINUTE;
  };
  const replyTo = async (ticket: string, as = 'border.usa') =>
    (await ask(as, REPLY, { ticket }, CASE)).body.data.identityProbe;
  const inboxOf = async (as: string) => (await ask(as, INBOX)).body.data.identityInbox;
  const given = ({ nationality, issuingState, birthDate }: SyntheticTraveller) => ({
    documentType: 'P',
    issuingState,
    documentStatus: 'REPORTED_LOST_OR_STOLEN',
    documentExpiresOn: '2032-01-01',
    nationality,
    claimedNationalities: [],
    habitualResidence: nationality,
    sex: 'FEMALE',
    birthDate,
    lastRecordedOn: '2025-11-17',
    minor: false,
    victim: false,
    claimant: false,
  });
  const approve = (as: string, hit: string, details?: object) =>
    ask(as, APPROVE, { input: { hit, expectedVersion: 1, clientKey: `approve-${as}`, ...(details && { details }) } });

  it('not without a case', async () => {
    const answer = await ask('border.usa', PROBE, checkOf(writeTd3(known)));
    expect(codeOf(answer)).toBe('PROBE_CASE_REQUIRED');
  });

  it('nor for who is no border officer, or of a party that takes no part', async () => {
    for (const as of ['analyst.usa', 'administrator.usa']) {
      const { body } = await ask(as, PROBE, checkOf(writeTd3(known)), CASE);
      expect(body.data?.probeIdentity ?? null).toBeNull();
    }
  });

  let hit = '';
  it('and hears nothing until the batch is answered, then of a hit that opens nothing yet', async () => {
    const sent = await send(known);
    expect(sent).toMatchObject({ result: 'QUEUED', askedParty: 'PAN', replyFrom: '2026-03-10T09:11:00.000Z' });
    expect(sent.dataset).toMatch(/^SYNTHETIC/);
    expect((await replyTo(sent.ticket)).result).toBe('QUEUED');
    expect(await inboxOf('administrator.pan')).toEqual([]);
    nextBatch();
    const reply = await replyTo(sent.ticket);
    expect(reply).toMatchObject({ result: 'IS_HIT', hit: sent.hit });
    hit = reply.hit;
    expect((await ask('border.usa', DETAILS, { hit }, CASE)).body.data).toEqual({ identityDetails: null });
  });

  it('waits for both parties, each in its own inbox; nobody else has it', async () => {
    const [asking] = await inboxOf('administrator.usa');
    const [asked] = await inboxOf('administrator.pan');
    expect(asking).toMatchObject({ hit, side: 'ASKING', state: 'WAITS_FOR_YOU', partner: 'PAN', subject: null });
    expect(asked).toMatchObject({ hit, side: 'ASKED', state: 'WAITS_FOR_YOU', partner: 'USA', caseReference: CASE });
    expect(asked.subject).toMatch(/^[\w-]{24}$/);
    expect(asked.whatToDoEs).toMatch(/referencia/);
    expect(await inboxOf('administrator.col')).toEqual([]);
    expect(JSON.stringify([asking, asked])).not.toContain(known.documentNumber);
  });

  it('gets details after both approved, as much as crosses a border, for the case of the check', async () => {
    expect((await approve('administrator.pan', hit, given(known))).body.data.approveIdentityHit.state).toBe(
      'WAITS_FOR_PARTNER',
    );
    expect((await ask('border.usa', DETAILS, { hit }, CASE)).body.data.identityDetails).toBeNull();
    expect(codeOf(await approve('administrator.col', hit))).toBe('UNKNOWN_HIT');
    expect((await approve('administrator.usa', hit)).body.data.approveIdentityHit.state).toBe('APPROVED');
    const { body } = await ask('border.usa', DETAILS, { hit }, CASE);
    expect(body.errors).toBeUndefined();
    expect(body.data.identityDetails).toMatchObject({
      documentType: 'P',
      documentStatus: 'REPORTED_LOST_OR_STOLEN',
      documentExpiresOn: '2032-01',
      nationality: known.nationality,
      birthDate: expect.stringMatching(/^(18-59|60\+)$/),
      lastRecordedOn: '2025-11',
    });
    expect(body.extensions.receipt).toBeDefined();
  });

  it.each([
    ['another case', 'border.usa', 'USA-2026-9999'],
    ['no case', 'border.usa', undefined],
    ['another country', 'border.col', CASE],
    ['the asked party itself', 'border.pan', CASE],
  ])('shows nothing for %s', async (_, as, caseReference) => {
    const { body } = await ask(as, DETAILS, { hit }, caseReference);
    expect(body.data?.identityDetails ?? null).toBeNull();
    expect(JSON.stringify(body.data)).not.toContain('REPORTED');
  });

  it('asks once a target, a case and thirty days, and gets the same reply to a retry', async () => {
    expect(codeOf(await ask('border.usa', PROBE, checkOf(writeTd3(known)), CASE))).toBe('PROBE_REPEATED');
    expect(codeOf(await ask('border.usa', PROBE, checkOf(writeTd3(known)), 'usa.2026/0310'))).toBe('PROBE_REPEATED');
    const variables = checkOf(writeTd3(another));
    const [one, two] = await Promise.all([1, 2].map(() => ask('border.usa', PROBE, variables, CASE)));
    expect(one?.body.data.probeIdentity).toEqual(two?.body.data.probeIdentity);
    const other = { input: { ...variables.input, tokens: checkOf(writeTd3(third)).input.tokens } };
    expect(codeOf(await ask('border.usa', PROBE, other, CASE))).toBe('BAD_INPUT');
  });

  it('learns of a document that was misread or altered, and nothing is compared', async () => {
    const [names, numbers] = writeTd3(third) as [string, string];
    const altered = `${numbers[0] === 'X' ? 'Y' : 'X'}${numbers.slice(1)}`;
    const { body } = await ask('border.usa', PROBE, checkOf([names, altered]), CASE);
    nextBatch();
    expect((await replyTo(body.data.probeIdentity.ticket)).result).toBe('FAILED');
  });

  it('is not told that Panama declined: the hit goes on waiting', async () => {
    const { ticket } = await send(fourth);
    nextBatch();
    const { hit: declined } = await replyTo(ticket);
    expect((await ask('administrator.pan', DECLINE, { hit: declined })).body.data.declineIdentityHit).toBeNull();
    await approve('administrator.usa', declined);
    const [seen] = (await inboxOf('administrator.usa')).filter((item: any) => item.hit === declined);
    expect(seen.state).toBe('WAITS_FOR_PARTNER');
    expect(codeOf(await approve('administrator.pan', declined, given(fourth)))).toBe('UNKNOWN_HIT');
    expect((await ask('border.usa', DETAILS, { hit: declined }, CASE)).body.data.identityDetails).toBeNull();
  });

  it.each([
    ['claimed protection', { claimant: true }],
    ['is a victim', { victim: true }],
    ['turned out to be a child', { minor: true }],
    ['says to be of the United States', { claimedNationalities: ['USA'] }],
  ])('is not told that the person %s since: it cannot be approved, and the hit goes on waiting', async (_, since) => {
    const traveller = withoutUse.shift() as SyntheticTraveller;
    const { ticket } = await send(traveller, 'USA-2026-0700');
    nextBatch();
    const { hit: changed } = await replyTo(ticket);
    expect(codeOf(await approve('administrator.pan', changed, { ...given(traveller), ...since }))).toBe(
      'NOT_TO_BE_FOUND',
    );
    await approve('administrator.usa', changed);
    const [seen] = (await inboxOf('administrator.usa')).filter((item: any) => item.hit === changed);
    // Approved by both and yet without details would tell what the person is.
    expect(seen.state).toBe('WAITS_FOR_PARTNER');
    expect((await ask('border.usa', DETAILS, { hit: changed }, 'USA-2026-0700')).body.data.identityDetails).toBeNull();
  });

  it('never finds a child, a victim, a claimant, or somebody of the own country', async () => {
    const excluded = travellers.filter((traveller) => !mayBeFound(traveller, 'USA')).slice(0, 8);
    expect(excluded.length).toBe(8);
    const tickets = [];
    for (const [index, traveller] of excluded.entries())
      tickets.push((await send(traveller, `USA-2026-05${index}`)).ticket);
    nextBatch();
    for (const ticket of tickets) expect((await replyTo(ticket)).result).toBe('NO_HIT');
  });

  it('finds nothing left when the time is over', async () => {
    stage.clock.aheadMs += 31 * DAY;
    expect((await ask('border.usa', DETAILS, { hit }, CASE)).body.data.identityDetails).toBeNull();
    expect(await inboxOf('administrator.usa')).toEqual([]);
    expect(await inboxOf('administrator.pan')).toEqual([]);
  });
});
