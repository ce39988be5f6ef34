import { type OpenFederation, openFederation } from '../federation/open-federation';
import { RuleAdministration } from '../federation/rule-administration';

const REQUESTS = 10_000;
const AT_ONCE = 20;
/** So many requests are answered before the rule is published. */
const BEFORE = 2_000;
const BORDER = 'agreements/border-management.pan.yaml';
const QUESTION = {
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 1) { edges { node { sex } } } }',
} as const;

/** One reply, and when it was there. */
interface Reply {
  readonly status: number;
  readonly sex: unknown;
  readonly error: unknown;
  readonly receivedAt: number;
}

/** Dashboards go on asking while Panama withholds a field. */
describe('a rule that is published under load', () => {
  let federation: OpenFederation;
  const replies: Reply[] = [];
  let publication: { points: Array<{ confirmed: boolean }> };
  let acknowledgedAt = Number.POSITIVE_INFINITY;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    const headers = { authorization: `Bearer ${await federation.token('analyst.col')}` };
    let publishing: Promise<void> | undefined;
    const worker = async () => {
      while (replies.length < REQUESTS) {
        const { status, body } = await federation.ask({ ...QUESTION, headers });
        const sex = body.data?.crossingRecords?.edges[0].node.sex;
        replies.push({ status, sex, error: body.errors?.[0], receivedAt: performance.now() });
        if (replies.length > BEFORE) publishing ??= publish();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await publishing;
  }, 900_000);
  afterAll(() => federation.close());

  async function publish(): Promise<void> {
    const rules = new RuleAdministration(federation);
    const documents = await rules.changed('PAN', BORDER, (text) => text.replace('nationality, sex,', 'nationality,'));
    const { body } = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: 1 });
    const { id, payload } = body.data.draftRules;
    const signed = await rules.signed(payload);
    const started = performance.now();
    publication = (await rules.publish('administrator.pan', id, signed)).body.data.publishRules;
    acknowledgedAt = performance.now();
    process.stdout.write(`acknowledged after ${Math.round(acknowledgedAt - started)} ms\n`);
  }

  it('is acknowledged when it is in force at every point', () => {
    expect(publication.points.map(({ confirmed }) => confirmed)).toEqual(
      Array.from({ length: federation.subgraphs.length + 1 }, () => true),
    );
  });

  it('fails no request', () => {
    expect(replies.length).toBeGreaterThanOrEqual(REQUESTS);
    expect(replies.filter(({ status, error }) => status !== 200 || error)).toEqual([]);
  });

  it('is followed by every reply from then on, and by none that was there before it was published', () => {
    const after = replies.filter(({ receivedAt }) => receivedAt > acknowledgedAt);
    expect(after.length).toBeGreaterThan(REQUESTS / 2);
    expect(after.filter(({ sex }) => sex !== null)).toEqual([]);
    expect(replies.slice(0, BEFORE).filter(({ sex }) => sex === null)).toEqual([]);
  });
});
