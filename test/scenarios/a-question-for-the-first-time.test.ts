import type { Worker } from 'node:worker_threads';
import { PlanningThread } from '@pasarela/gateway/plan/planning-thread';
import { PlanningThreads } from '@pasarela/gateway/plan/planning-threads';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

const PANAMA = { as: 'analyst.pan', purpose: 'STATISTICS' } as const;
const COLOMBIA = { as: 'analyst.col', purpose: 'STATISTICS' } as const;
const yearOf = (year: number) => `{ darienCrossingsByYear(from: ${year}, to: ${year}) { year count { value } } }`;
const COUNT = '{ value state countingParty definition unit asOf coverageFrom coverageTo status dataset source note }';
/** As much as a question may hold: 50 times four subgraphs. */
const largeOf = (
  year: number,
) => `query Large { ${Array.from({ length: 50 }, (_, at) => `n${at}: nationalities(codes: ["VEN"]) { ...N }`).join(' ')} }
  fragment N on Nationality {
    nameEn urabaDepartures(year: 2023) ${COUNT} returnsByPanama { __typename } usaSmugglingCaseFigures { dataset }
    darienCrossings(year: ${year}) { year }
  }`;
const SUBGRAPHS = ['colombia-departures', 'panama-darien-flow', 'panama-repatriation', 'usa-smuggling-cases'];
/** Decided and planned, and nothing fetched: its time is that of its plan. */
const DRY = { headers: { 'x-dry-run': 'true' } };

/** Waits until something holds; it does within moments, or the test is wrong. */
async function until(holds: () => boolean): Promise<void> {
  for (let looks = 0; !holds(); looks++) {
    if (looks > 10_000) throw new Error('It never came to that.');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Questions that nobody asked before are planned aside; those that are known do not wait for that. */
describe('a question for the first time', () => {
  let federation: OpenFederation;
  const made = jest.spyOn(PlanningThreads.prototype, 'make');
  const opened = jest.spyOn(PlanningThread.prototype, 'open');

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());
  beforeEach(() => {
    made.mockClear();
    opened.mockClear();
  });

  const yearIn = ({ status, body }: HttpAnswer) => [status, body.data?.darienCrossingsByYear[0]?.year];

  it('is planned once, however many ask it at the same time', async () => {
    const askers = Array.from({ length: 50 }, (_, at) => (at % 2 ? PANAMA : COLOMBIA));
    const answers = await Promise.all(askers.map((asker) => federation.ask({ ...asker, query: yearOf(2019) })));
    expect(answers.map(yearIn)).toEqual(askers.map(() => [200, 2019]));
    expect(made).toHaveBeenCalledTimes(1);
    const ids = answers.map(({ body }) => body.extensions.disclosure.requestId);
    expect(new Set(ids).size).toBe(50);
  });

  it('lets a question that is known pass, while it is being planned', async () => {
    const known = { ...COLOMBIA, query: yearOf(2019) };
    expect(yearIn(await federation.ask(known))).toEqual([200, 2019]);
    const order: string[] = [];
    const inOrder = (name: string) => (answer: HttpAnswer) => {
      order.push(name);
      return answer;
    };
    const large = federation.ask({ ...PANAMA, ...DRY, query: largeOf(2022) }).then(inOrder('large'));
    await until(() => made.mock.calls.length > 0);
    expect(yearIn(await federation.ask(known).then(inOrder('known')))).toEqual([200, 2019]);
    expect((await large).body.extensions.dryRun.subgraphs).toEqual(SUBGRAPHS);
    expect(order).toEqual(['known', 'large']);
  });

  it('is answered though the thread that planned it was killed', async () => {
    const answer = federation.ask({ ...PANAMA, ...DRY, query: largeOf(2021) });
    await until(() => opened.mock.results.length > 0);
    await (opened.mock.results.map(({ value }) => value)[0] as Worker).terminate();
    const { status, body } = await answer;
    expect([status, body.extensions.dryRun.subgraphs]).toEqual([200, SUBGRAPHS]);
    expect(opened.mock.results.length).toBeGreaterThan(1);
  });
});
