import { checkCountModel } from './check-count.model';
import { enrolmentModel } from './enrolment.model';
import { identityHitModel } from './identity-hit.model';
import { type IdentityProbeRow, identityProbeModel } from './identity-probe.model';
import { spentProbesModel } from './spent-probes.model';
import { FOUND, nobody, type OpenIdentity, openIdentity, tokensFor } from './testing/open-identity';

const HOUR = 3_600_000;
const REPLY = 'query ($ticket: ID!) { reply: identityProbe(ticket: $ticket) { ticket result hit replyFrom } }';

let identity: OpenIdentity;
beforeEach(async () => {
  identity = await openIdentity();
});
afterEach(() => identity.close());

const ticketOf = async (tokens: readonly string[], requester = {}): Promise<string> =>
  (await identity.probe(tokens, requester)).data.probe.ticket;
const replyTo = async (ticket: string, requester = {}) => (await identity.ask(REPLY, { ticket }, requester)).data.reply;
const probes = () => identityProbeModel(identity.connection).find({}).lean<IdentityProbeRow[]>();

/** Everything that the store holds but what is enrolled, as text. */
async function kept(): Promise<string> {
  const { connection } = identity;
  const models = [identityProbeModel, identityHitModel, spentProbesModel, checkCountModel];
  return JSON.stringify(await Promise.all(models.map((model) => (model as any)(connection).find({}).lean())));
}

describe('a batch', () => {
  it('is answered at one instant, and not before', async () => {
    const tickets = [await ticketOf(tokensFor(FOUND[0] as never)), await ticketOf(nobody())];
    const { replyFrom } = await replyTo(tickets[0] as string);
    identity.pass(Date.parse(replyFrom) - identity.now().getTime() - 1);
    for (const ticket of tickets) expect((await replyTo(ticket)).result).toBe('QUEUED');
    identity.pass(1);
    expect((await replyTo(tickets[0] as string)).result).toBe('IS_HIT');
    expect((await replyTo(tickets[1] as string)).result).toBe('NO_HIT');
  });

  it('has replies of one size and shape, and rows of one size', async () => {
    const tickets = [await ticketOf(tokensFor(FOUND[0] as never)), await ticketOf(nobody())];
    identity.passBatch();
    const replies = [await replyTo(tickets[0] as string), await replyTo(tickets[1] as string)];
    expect(replies[0].result).not.toBe(replies[1].result);
    expect(JSON.stringify(replies[0]).length).toBe(JSON.stringify(replies[1]).length);
    const [one, other] = (await probes()).map((row) => JSON.stringify(row).length);
    expect(one).toBe(other);
  });

  it('is told to the party that asked alone', async () => {
    const ticket = await ticketOf(tokensFor(FOUND[0] as never));
    identity.passBatch();
    expect(await replyTo(ticket, { party: 'COL' })).toBeNull();
    expect(await replyTo(ticket, { party: 'PAN' })).toBeNull();
    expect(await replyTo(ticket, { id: 'colleague' })).toMatchObject({ result: 'IS_HIT' });
  });

  it('compares with what was enrolled for the very party that asks, by the very party that is asked', async () => {
    const tokens = tokensFor(FOUND[0] as never);
    const ticket = await ticketOf(tokens, { party: 'COL' });
    const elsewhere = (await identity.probe(tokens, { caseReference: 'CASE-2' }, { askedParty: 'COL' })).data.probe;
    identity.passBatch();
    expect((await replyTo(ticket, { party: 'COL' })).result).toBe('NO_HIT');
    expect((await replyTo(elsewhere.ticket)).result).toBe('NO_HIT');
  });

  it('compares nothing where the check digits of the document did not fit', async () => {
    const document = { format: 'TD3', failedChecks: ['COMPOSITE'] };
    const { data } = await identity.probe(tokensFor(FOUND[0] as never), {}, { document });
    identity.passBatch();
    expect((await replyTo(data.probe.ticket)).result).toBe('FAILED');
    expect(await identityHitModel(identity.connection).countDocuments({})).toBe(0);
  });

  it('no more finds somebody whose owner took the tokens back', async () => {
    const tokens = tokensFor(FOUND[0] as never);
    await enrolmentModel(identity.connection).deleteMany({ _id: { $in: tokens } });
    const ticket = await ticketOf(tokens);
    identity.passBatch();
    expect((await replyTo(ticket)).result).toBe('NO_HIT');
  });
});

describe('what is kept', () => {
  it('of a check that found nobody is a count, once the reply was there to be fetched for a day', async () => {
    const tokens = nobody();
    const ticket = await ticketOf(tokens, { id: 'officer-somebody', caseReference: 'CASE-KEPT' });
    const [{ hit }] = (await probes()) as [IdentityProbeRow];
    expect(await kept()).toContain(tokens[0]);
    identity.passBatch();
    await replyTo(ticket);
    // Answered: no token is left.
    for (const token of tokens) expect(await kept()).not.toContain(token);
    identity.pass(25 * HOUR);
    await replyTo(ticket);
    const text = await kept();
    for (const value of [...tokens, ticket, hit, 'officer-somebody', 'CASE-KEPT']) expect(text).not.toContain(value);
    expect(await probes()).toEqual([]);
    const month = { month: '2026-01', contributedBy: 'USA' };
    expect(await checkCountModel(identity.connection).find(month).lean()).toMatchObject([
      { result: 'NO_HIT', checks: 1 },
    ]);
    // What is spent, under digests, ends by itself.
    identity.pass(31 * 24 * HOUR);
    await replyTo(ticket);
    const spent = await spentProbesModel(identity.connection).find({}).lean<any[]>();
    expect(spent.map(({ _id }) => _id)).toEqual(['year|USA|2026']);
  });
});

it('is done once: a batch that broke off is answered again to the same end', async () => {
  const tickets = [await ticketOf(tokensFor(FOUND[0] as never)), await ticketOf(nobody())];
  const before = await probes();
  identity.passBatch();
  await replyTo(tickets[0] as string);
  const [hits, counts] = [identityHitModel(identity.connection), checkCountModel(identity.connection)];
  const done = [await hits.find({}).lean(), await counts.find({ month: '2026-01' }).sort({ _id: 1 }).lean()];
  // As it stood when the process died after hits and counts, before the probes were marked.
  for (const { _id, tokens, result } of before)
    await identityProbeModel(identity.connection).updateOne({ _id }, { $set: { tokens: [...tokens], result } });
  identity.passBatch();
  expect((await replyTo(tickets[0] as string)).result).toBe('IS_HIT');
  expect([await hits.find({}).lean(), await counts.find({ month: '2026-01' }).sort({ _id: 1 }).lean()]).toEqual(done);
  expect(done.map((rows) => rows.length)).toEqual([1, 2]);
});
