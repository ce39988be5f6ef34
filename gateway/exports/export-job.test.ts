import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requestError } from '@pasarela/schema/errors';
import { ANALYST } from '@pasarela/schema/testing/requesters';
import type { Answered, Received } from '../request-state';
import { respondRefusal } from '../respond/respond';
import { decisionOf } from './decision-of';
import { ExportFile } from './export-file';
import { ExportJob } from './export-job';

const NOW = new Date('2026-05-04T06:00:00Z');
const LATER = new Date('2026-05-04T06:30:00Z');
const RECEIVED = { requestId: 'r', language: 'en', variables: { first: 2 } } as unknown as Received;

/** A page of two rows; its cursor is the number of the next. */
function page(number: number, last: number, extensions: object = {}): Answered {
  const obligations = [{ deleteBy: 'P2Y' }];
  const body = {
    data: {
      people: {
        edges: [{ node: { name: `secret-${number}` } }, {}],
        pageInfo: { hasNextPage: number < last, endCursor: String(number + 1) },
      },
    },
    extensions: { notices: [], disclosure: { ruleSetVersion: '1', agreements: ['A'], obligations }, ...extensions },
  };
  return { status: 200, body };
}

describe('ExportJob', () => {
  let directory: string;
  let name: string;
  let asked: Received[];
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-export-job-'));
    name = path.join(directory, 'file');
    asked = [];
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function job(answer: (number: number) => Answered, maxBytes = 100_000) {
    return new ExportJob({
      id: 'x',
      requester: ANALYST,
      received: RECEIVED,
      question: undefined,
      lists: [{ path: ['people'], variable: 'after' }],
      decision: decisionOf(page(1, 1)),
      file: await ExportFile.create(name),
      maxBytes,
      expiresAt: LATER,
      now: () => NOW,
      answer: async (received) => {
        asked.push(received);
        return answer(Number(received.variables.after ?? 1));
      },
      refuse: (error) => respondRefusal(RECEIVED, error),
    });
  }
  const codeOf = ({ refusal }: ExportJob) => (refusal?.body.errors as any)?.[0].extensions.code;

  it('asks page after page, and keeps each as it was answered, in a file that tells nothing', async () => {
    const running = await job((number) => page(number, 3));
    await running.run();
    expect(running).toMatchObject({ state: 'DONE', pages: 3, rows: 6 });
    expect(asked.map(({ variables }) => variables)).toEqual([
      { first: 2 },
      { first: 2, after: '2' },
      { first: 2, after: '3' },
    ]);
    const kept: unknown[] = [];
    for await (const text of running.options.file.read()) kept.push(JSON.parse(text));
    expect(kept).toEqual([1, 2, 3].map((number) => page(number, 3).body));
    expect(readFileSync(name, 'latin1')).not.toContain('secret');
    expect(statSync(name).mode & 0o777).toBe(0o600);
    await running.delete();
    expect(existsSync(name)).toBe(false);
  });

  it('stops at the first refusal, as of somebody who is revoked meanwhile, and deletes all it had', async () => {
    const revoked = respondRefusal(RECEIVED, requestError('ACCESS_REVOKED', { contact: 'x' }));
    const running = await job((number) => (number < 3 ? page(number, 9) : revoked));
    await running.run();
    expect([running.state, codeOf(running), asked.length]).toEqual(['STOPPED', 'ACCESS_REVOKED', 3]);
    expect(existsSync(name)).toBe(false);
  });

  it('keeps nothing of pages that were decided by different rules, nor more than its room', async () => {
    const disclosure = { ruleSetVersion: '2', agreements: ['A'], obligations: [] };
    const changed = await job((number) => page(number, 3, number === 2 ? { disclosure } : {}));
    await changed.run();
    expect([changed.state, codeOf(changed), existsSync(name)]).toEqual(['STOPPED', 'RULE_SET_CHANGED', false]);
    const large = await job((number) => page(number, 9), 700);
    await large.run();
    expect([large.state, codeOf(large), existsSync(name)]).toEqual(['STOPPED', 'EXPORT_TOO_LARGE', false]);
  });

  it('expires no later than the agreements leave', async () => {
    const obligations = [{ deleteBy: 'P2Y' }, { deleteBy: 'PT5M' }];
    const disclosure = { ruleSetVersion: '1', agreements: ['A'], obligations };
    const running = await job((number) => page(number, 1, { disclosure }));
    await running.run();
    expect(running.expiresAt).toEqual(new Date('2026-05-04T06:05:00Z'));
    await running.delete();
  });

  it('ends when it is deleted on the way, and does not ask a cursor twice', async () => {
    const ended = await job((number) => page(number, 9));
    const run = ended.run();
    await ended.delete();
    await run;
    expect([ended.state, existsSync(name)]).toEqual(['STOPPED', false]);
    const again = await job(() => page(1, 9));
    await again.run();
    expect([again.state, again.pages]).toEqual(['DONE', 2]);
    await again.delete();
  });

  it('is of the very requester: person, party, issuer and key', async () => {
    const running = await job((number) => page(number, 1));
    expect(running.isOf({ ...ANALYST })).toBe(true);
    for (const other of [{ id: 'other' }, { party: 'USA' }, { issuer: 'https://x/' }, { clientKeyThumbprint: 'k' }])
      expect(running.isOf({ ...ANALYST, ...other })).toBe(false);
    await running.delete();
  });
});
