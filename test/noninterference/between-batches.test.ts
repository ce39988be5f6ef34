import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';
import { type Asking, RightsOffice } from '../federation/rights-office';

jest.setTimeout(120_000);

const RECIPIENT: Asking = ['analyst.col', 'MIGRATION_MANAGEMENT'];
const LIST = `{ crossingRecords(first: 40) { pageInfo { hasNextPage endCursor }
  edges { cursor node { id dataset crossedOn direction sex birthDate travelGroup nationality { code } entryPoint { code } } } } }`;

/**
 * In one of two federations people had a record corrected and another erased since the last batch. Their past
 * recipient cannot tell which one answers, until the next batch.
 */
describe('between two batches nothing tells of a correction', () => {
  let now = new Date('2026-01-15T12:00:00Z');
  let plain: OpenFederation;
  let changed: OpenFederation;
  const office = (federation: OpenFederation) => new RightsOffice(federation, () => now);

  beforeAll(async () => {
    const clocks = { now: () => now, tokensAt: () => now, scale: 0.005 };
    plain = await openFederation(clocks);
    changed = await openFederation({ ...clocks, keysFrom: plain.dataDirectory });
    const seen = await Promise.all([plain, changed].map((one) => office(one).ask(RECIPIENT, LIST)));
    const keys = seen[1]?.body.data.crossingRecords.edges.map(({ node }: { node: { id: string } }) => node.id);
    for (const [place, what] of (['CORRECTED', 'ERASED'] as const).entries()) await correct(keys[place], what);
  });
  afterAll(() => Promise.all([plain.close(), changed.close()]));

  async function correct(key: string, what: 'CORRECTED' | 'ERASED'): Promise<void> {
    const own = office(changed);
    const record = own.internalId(key, {
      domain: 'panama-darien-flow',
      type: 'CrossingRecord',
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      agreement: 'PAN:BORDER-MANAGEMENT',
    });
    const { body } = await own.open({ kind: 'CANCELLATION', record, receivedOn: '2026-01-15', clientKey: what });
    const { id, version } = body.data.openDarienFlowRightsCase;
    expect((await own.record(id, what, version)).body.data.recordDarienFlowCorrection.what).toBe(what);
  }

  /** All that the recipient can ask about it, from both. Names of requests and receipts differ in any two answers. */
  async function answers(): Promise<[string[], string[]]> {
    const asked = async (federation: OpenFederation) => {
      const own = office(federation);
      return [
        await own.ask(RECIPIENT, LIST),
        await own.superseded(RECIPIENT),
        await own.superseded(RECIPIENT, '2026-01-12.AAAA'),
        await own.acknowledge(RECIPIENT, '2026-01-12'),
        await own.acknowledge(RECIPIENT, '2026-01-19'),
        await own.superseded(['protection.col', 'CHILD_PROTECTION']),
      ].map(comparable);
    };
    return Promise.all([asked(plain), asked(changed)]) as Promise<[string[], string[]]>;
  }

  it.each(['2026-01-15T12:00:01Z', '2026-01-18T00:00:00Z', '2026-01-19T05:59:59Z'])('at %s', async (instant) => {
    now = new Date(instant);
    const [one, other] = await answers();
    expect(one[0]).toContain('"crossedOn"');
    expect(other).toEqual(one);
  });

  it('and the next batch does', async () => {
    now = new Date('2026-01-19T06:00:00Z');
    const [one, other] = await answers();
    expect(other[0]).not.toBe(one[0]);
    expect(other[1]).not.toBe(one[1]);
    expect(other[5]).toBe(one[5]);
  });
});

function comparable({ status, body }: HttpAnswer): string {
  const { requestId: _request, receipt: _receipt, disclosure, ...extensions } = body.extensions ?? {};
  const { requestId: _name, ...terms } = disclosure ?? {};
  return JSON.stringify({ status, ...body, extensions: { ...extensions, terms } });
}
