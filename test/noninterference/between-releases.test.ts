import { eraseHolders } from '../federation/erase-holders';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';
import { releaseMade } from '../federation/release-made';
import { withoutLot } from '../federation/without-lot';

jest.setTimeout(180_000);

const CELL = 'count { value state note asOf }';
const ASKED = [
  `{ permitStageCounts { stage ${CELL} } }`,
  `{ integrationIndicatorCounts { indicator category ${CELL} } }`,
  `{ permitHolderCounts(by: { department: DEPARTMENT, age: AGE_BAND, sex: SEX }) { department ageBand sex ${CELL} } }`,
  `{ permitHolderCounts { ${CELL} } regularizationStatisticReleases(first: 9) { table number madeOn publishedCells suppressedCells } }`,
];

/**
 * Of two federations one erased people after the last release. Other parties cannot tell which one answers, until the
 * next release; and then only what a group of people, never one alone, changed.
 */
describe('between two releases nothing tells of what was written', () => {
  let now = new Date('2026-01-15T12:00:00Z');
  let plain: OpenFederation;
  let changed: OpenFederation;

  beforeAll(async () => {
    const clocks = { now: () => now, tokensAt: () => now, scale: 0.05 };
    plain = await openFederation(clocks);
    changed = await openFederation({ ...clocks, keysFrom: plain.dataDirectory });
    await eraseHolders(changed, 1, now);
  });
  afterAll(() => Promise.all([plain.close(), changed.close()]));

  /** All that somebody is told by one of them, byte by byte, but for names of requests and receipts. */
  const answers = async (federation: OpenFederation, as: string): Promise<string[]> => {
    const token = await plain.token(as);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': 'STATISTICS' };
    const send = (query: string) =>
      federation.send('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    return Promise.all(ASKED.map(async (query) => seen(await send(query))));
  };
  const both = (as: string) => Promise.all([answers(plain, as), answers(changed, as)]);

  it.each(['2026-01-19T06:00:00Z', '2026-01-20T18:00:00Z', '2026-01-21T11:59:59Z'])('at %s', async (instant) => {
    now = new Date(instant);
    const [own, ownChanged] = await both('analyst.col');
    expect(ownChanged).not.toEqual(own);
    for (const as of ['analyst.pan', 'analyst.usa']) {
      const [one, other] = await both(as);
      expect(one.every((text) => text.includes('"state"'))).toBe(true);
      expect(other).toEqual(one);
    }
  });

  it('nor does the next release of one person alone', async () => {
    now = new Date('2026-01-21T12:00:00Z');
    for (const federation of [plain, changed]) await releaseMade(federation, 2);
    const [one, other] = await both('analyst.pan');
    expect(one[0]).toContain('release 2');
    expect(other).toEqual(one);
  });

  it('and of many it does', async () => {
    await eraseHolders(changed, 180, now);
    now = new Date('2026-01-28T12:00:00Z');
    for (const federation of [plain, changed]) await releaseMade(federation, 3);
    const [one, other] = await both('analyst.pan');
    expect(other[1]).not.toBe(one[1]);
  });
});

function seen({ status, text, body }: HttpAnswer): string {
  return `${status} ${withoutLot(text.replaceAll(String(body?.extensions?.disclosure?.requestId), 'REQUEST-ID'))}`;
}
