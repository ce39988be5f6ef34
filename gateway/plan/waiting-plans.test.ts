import { PlanJob } from './plan-job';
import { WaitingPlans } from './waiting-plans';

const LIMITS = { most: 6_000, mostOfOne: 3_000, least: 1_000 };
const NOBODY = new Set<string>();

/** Plans that wait, as `requester:text`. */
function waitingOf(...names: readonly string[]): WaitingPlans {
  const waiting = new WaitingPlans(LIMITS);
  for (const name of names) {
    const [requester, text] = name.split(':') as [string, string];
    waiting.add(requester, new PlanJob(text));
  }
  return waiting;
}

/** All that is taken one after the other. */
function taken(waiting: WaitingPlans, served: ReadonlySet<string> = NOBODY): string[] {
  const one = waiting.take(served);
  return one ? [`${one.requester}:${one.job.text}`, ...taken(waiting, served)] : [];
}

describe('WaitingPlans', () => {
  it('lets requesters take turns, whoever asked more', () => {
    expect(taken(waitingOf('a:1', 'a:2', 'a:3', 'b:4', 'c:5', 'b:6'))).toEqual([
      'a:1',
      'b:4',
      'c:5',
      'a:2',
      'b:6',
      'a:3',
    ]);
  });

  it('gives nothing to whom a plan is being made for', () => {
    const waiting = waitingOf('a:1', 'a:2', 'b:3');
    expect(taken(waiting, new Set(['a']))).toEqual(['b:3']);
    expect(taken(waiting)).toEqual(['a:1', 'a:2']);
  });

  it('takes a plan that several wait for once, in the line whose turn comes first', () => {
    const waiting = waitingOf('a:1', 'a:2');
    const job = new PlanJob('3');
    waiting.add('a', job);
    waiting.add('b', job);
    waiting.add('b', job);
    expect(taken(waiting)).toEqual(['a:1', 'b:3', 'a:2']);
  });

  it('is bounded, for one and for all; each counts as some characters at least', () => {
    const waiting = waitingOf('a:1', 'a:2', 'a:3');
    expect(waiting.add('a', new PlanJob('4'))).toBe(false);
    expect(waiting.add('b', new PlanJob('x'.repeat(2_999)))).toBe(true);
    expect(waiting.add('c', new PlanJob('5'))).toBe(true);
    expect(waiting.add('d', new PlanJob('6'))).toBe(false);
    waiting.take(NOBODY);
    expect(waiting.add('a', new PlanJob('7'))).toBe(true);
  });

  it('puts one back at the head of its line', () => {
    const waiting = waitingOf('a:1', 'a:2');
    const { requester, job } = waiting.take(NOBODY) as { requester: string; job: PlanJob };
    waiting.putBack(requester, job);
    expect(taken(waiting)).toEqual(['a:1', 'a:2']);
  });

  it('gives up all that wait', () => {
    const waiting = waitingOf('a:1', 'b:2', 'a:3');
    waiting.take(NOBODY);
    expect(waiting.clear().map(({ text }) => text)).toEqual(['2', '3']);
    expect(taken(waiting)).toEqual([]);
  });
});
