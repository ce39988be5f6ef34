import { Worker } from 'node:worker_threads';
import { loadContract } from '@pasarela/schema/contract';
import { requestError } from '@pasarela/schema/errors';
import { planBuilder } from './build-plan';
import type { PlanningThreadData } from './plan-message';
import { Planner, type PlannerOptions } from './planner';
import { startPlanningThread } from './planning-threads';

const { supergraph } = loadContract();

/** The planners of a test, and all threads that they started. */
const planners: Planner[] = [];
const threads: Worker[] = [];

function plannerOf({ startThread = startPlanningThread, ...options }: PlannerOptions = {}): Planner {
  const recorded = (data: PlanningThreadData) => {
    const thread = startThread(data);
    threads.push(thread);
    return thread;
  };
  const planner = new Planner(supergraph, { ...options, startThread: recorded });
  planners.push(planner);
  return planner;
}

afterEach(async () => {
  await Promise.all(planners.splice(0).map((planner) => planner.close()));
  threads.length = 0;
});

/** Threads that do not what they should: each says that it is ready, and then on the first text does something else. */
const thatDoes = (what: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', () => { ${what} });
     parentPort.postMessage({ kind: 'READY' });`,
    { eval: true },
  );
const HANGS = thatDoes('for (;;);');
const ENDS = thatDoes('process.exit(1);');

/** The first thread is one kind, those after it are real. */
function firstOf(start: () => Worker): (data: PlanningThreadData) => Worker {
  let isFirst = true;
  return (data) => {
    if (!isFirst) return startPlanningThread(data);
    isFirst = false;
    return start();
  };
}

const yearText = (year: number) => `{ darienCrossingsByYear(from: ${year}, to: ${year}) { year } }`;
const YEAR = yearText(2022);
const QUERIES = [
  YEAR,
  'query ($codes: [ID!]!, $year: Int!) { nationalities(codes: $codes) { code nameEn darienCrossings(year: $year) { count { value } } urabaDepartures(year: $year) { value } colombiaSmugglingCaseFigures { cases { value } } } }',
  'query ($n: Int! = 5, $sex: RecordedSex) { crossingRecords(first: $n, filter: { sex: $sex }) { edges { cursor node { sex station { code } } } pageInfo { hasNextPage } } }',
  'mutation ($input: RevokeConsentInput!, $id: ID!) { revokeIntegrationConsent(input: $input) { id } endBreakGlass(id: $id) { __typename } }',
];
const unavailable = expect.objectContaining({ code: 'PLANNING_UNAVAILABLE' });

describe('Planner', () => {
  it('gives the plan that the planner would give in this thread', async () => {
    const planner = plannerOf();
    const build = planBuilder(supergraph);
    const plans = await Promise.all(QUERIES.map((text) => planner.plan(text, 'a')));
    expect(plans).toEqual(QUERIES.map(build));
    expect(JSON.stringify(plans)).toBe(JSON.stringify(QUERIES.map(build)));
  });

  it('has a plan made once, however many ask for it at once and afterwards', async () => {
    const planner = plannerOf({ threads: 1 });
    planner.open();
    const sent = jest.spyOn(threads[0] as Worker, 'postMessage');
    const plans = await Promise.all(Array.from({ length: 50 }, (_, at) => planner.plan(YEAR, `asker ${at}`)));
    expect(new Set([...plans, await planner.plan(YEAR, 'later')]).size).toBe(1);
    expect(sent.mock.calls).toEqual([[YEAR]]);
  });

  it('refuses a plan that takes too long, and makes in a new thread those that waited behind it', async () => {
    const planner = plannerOf({ threads: 1, timeoutMs: 3_000, startThread: firstOf(HANGS) });
    const slow = planner.plan(YEAR, 'a');
    const behind = [planner.plan(yearText(2021), 'a'), planner.plan(yearText(2020), 'b')];
    await expect(slow).rejects.toThrow(requestError('TOO_COMPLEX', { seconds: 3 }));
    expect((await Promise.all(behind)).map(({ kind }) => kind)).toEqual(['QueryPlan', 'QueryPlan']);
    expect(threads).toHaveLength(2);
  });

  it('is held up by nobody: while one requester has a slow plan made, others have theirs', async () => {
    const planner = plannerOf({ threads: 2, timeoutMs: 60_000, startThread: firstOf(HANGS) });
    const order: string[] = [];
    const settled = (name: string) => () => void order.push(name);
    const hung = planner.plan(YEAR, 'a').catch(settled('slow'));
    const next = planner.plan(yearText(2021), 'a').catch(settled('the same requester'));
    await planner.plan(yearText(2020), 'b').then(settled('another requester'));
    await planner.plan(yearText(2020), 'a').then(settled('what was planned before'));
    expect(order).toEqual(['another requester', 'what was planned before']);
    await planner.close();
    await Promise.all([hung, next]);
    expect(order.slice(2).sort()).toEqual(['slow', 'the same requester']);
  });

  it('tries once more what a thread ended over', async () => {
    const planner = plannerOf({ threads: 1, startThread: firstOf(ENDS) });
    expect(await planner.plan(YEAR, 'a')).toEqual(planBuilder(supergraph)(YEAR));
    expect(threads).toHaveLength(2);
  });

  it('replaces a thread that is killed in the middle of it', async () => {
    const planner = plannerOf({ threads: 1 });
    const waiting = [planner.plan(YEAR, 'a'), planner.plan(yearText(2021), 'b')];
    await threads[0]?.terminate();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['QueryPlan', 'QueryPlan']);
  });

  it('refuses what ended a thread twice, and goes on', async () => {
    let starts = 0;
    const startThread = (data: PlanningThreadData) => (++starts > 2 ? startPlanningThread(data) : ENDS());
    const planner = plannerOf({ threads: 1, startThread });
    await expect(planner.plan(YEAR, 'a')).rejects.toEqual(unavailable);
    expect(starts).toBe(2);
    expect(await planner.plan(YEAR, 'a')).toMatchObject({ kind: 'QueryPlan' });
  });

  it('lets so many wait and no more', async () => {
    const limits = { most: 2_000, mostOfOne: 1_000, least: 1_000 };
    const planner = plannerOf({ threads: 1, limits, startThread: firstOf(HANGS) });
    const waiting = [planner.plan(YEAR, 'a'), ...['a', 'b'].map((who, at) => planner.plan(yearText(2000 + at), who))];
    const refused = Promise.allSettled(waiting);
    await expect(planner.plan(yearText(1999), 'a')).rejects.toEqual(unavailable);
    await expect(planner.plan(yearText(1999), 'c')).rejects.toEqual(unavailable);
    // Whoever waits for a plan that somebody had begun takes no place.
    const joined = Promise.allSettled([planner.plan(YEAR, 'c')]);
    await planner.close();
    for (const one of [...(await refused), ...(await joined)])
      expect(one).toEqual({ status: 'rejected', reason: unavailable });
  });

  it('passes on a fault of the planner without what was asked for, and goes on', async () => {
    const planner = plannerOf({ threads: 1 });
    const fault: Error = await planner.plan('{ secretName }', 'a').catch((error) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(`${fault.name} ${fault.message} ${fault.stack}`).not.toContain('secretName');
    expect(fault.stack).toMatch(/\n {4}at /);
    expect(await planner.plan(YEAR, 'a')).toMatchObject({ kind: 'QueryPlan' });
    expect(threads).toHaveLength(1);
  });

  it('starts no thread before it is opened or asked', () => {
    const planner = plannerOf();
    expect(planner.apiSchema.getType('Query')).toBeDefined();
    expect(threads).toHaveLength(0);
  });

  it('ends its threads', async () => {
    const planner = plannerOf();
    planner.open();
    const ended = new Promise((resolve) => threads[0]?.once('exit', resolve));
    await planner.close();
    await ended;
    await expect(planner.plan(YEAR, 'a')).rejects.toEqual(unavailable);
  });
});
