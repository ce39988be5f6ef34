import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constantPart } from '@pasarela/schema/evidence/leaves/constant-part';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { openTestRecorder } from '@pasarela/schema/testing/evidence-recorder';
import { openStore, type Store } from '@pasarela/store/connect';
import fc from 'fast-check';
import { ownerLeafOf } from '../testing/owner-leaves';
import { dropUnusedForms, type FormedDisclosure, withForms } from './answer-form';
import { DisclosureIndex } from './disclosure-index';
import type { DisclosureRow, TotalRow } from './index-models';

const REFERENCE = 'B'.repeat(43);

describe('the index of what left', () => {
  let directory: string;
  let recorder: EvidenceRecorder;
  let store: Store;
  let index: DisclosureIndex;
  const failures: unknown[] = [];

  beforeEach(async () => {
    failures.length = 0;
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-index-'));
    recorder = await openTestRecorder();
    await open();
  });
  afterEach(async () => {
    await close();
    await recorder.close();
    await rm(directory, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });

  const open = async (read: Parameters<typeof DisclosureIndex.open>[0]['recorder'] = recorder, patienceMs?: number) => {
    store = await openStore({ address: `embedded:${directory}`, database: 'disclosures' });
    const onFailure = (error: unknown) => failures.push(error);
    const patience = patienceMs === undefined ? {} : { patienceMs };
    index = await DisclosureIndex.open({ recorder: read, connection: store.connection, onFailure, ...patience });
  };
  const close = async () => {
    await index.close();
    await store.close();
  };
  const reopen = async () => {
    await close();
    await open();
  };
  const rows = async (): Promise<readonly FormedDisclosure[]> => {
    await index.caughtUp();
    return withForms(index.tables, await index.tables.disclosures.find().sort({ _id: 1 }).lean<DisclosureRow[]>());
  };
  const totals = async (): Promise<TotalRow[]> => {
    await index.caughtUp();
    return index.tables.totals.find().sort({ _id: 1 }).lean<TotalRow[]>();
  };

  it('says of each answer what its leaf says, and of other leaves nothing', async () => {
    await recorder.record({
      ...ownerLeafOf({ kind: 'OWNER_DISCLOSURE' }),
      lowered: [{ coordinate: 'Row.lowered', level: 'month', rule: 'G' }],
      withheld: [{ coordinate: 'Row.withheld', rule: null }],
      records: [REFERENCE],
    });
    const { kind: _, disclosed: _d, lowered: _l, withheld: _w, counts: _c, records: _r, ...rest } = ownerLeafOf();
    const { agreements: _a, rules: _u, answerDigest: _g, ...request } = rest;
    await recorder.record({ ...request, kind: 'MUTATION_INTENT', coordinates: ['Mutation.change'] });
    const { leafHash } = await recorder.record(ownerLeafOf({ requestId: 'request-2' }));
    const [first, second, ...others] = await rows();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      _id: 0,
      party: 'COL',
      requester: 'analyst',
      shown: ['Row.shown', 'Row.lowered'],
      records: [REFERENCE],
      fields: [
        { coordinate: 'Row.shown', outcome: 'SHOWN', level: null, rule: null, values: 2 },
        { coordinate: 'Row.lowered', outcome: 'LOWERED', level: 'month', rule: 'G', values: 0 },
        { coordinate: 'Row.withheld', outcome: 'WITHHELD', level: null, rule: null, values: 0 },
      ],
    });
    expect(second).toMatchObject({ _id: 2, requestId: 'request-2', leafHash });
  });

  it('says of what a gateway reported as withheld that nothing left', async () => {
    const { format, time, requestId, requester, purpose, caseReference, ruleSetVersion } = ownerLeafOf();
    const request = { format, time, requestId, requester, purpose, caseReference, ruleSetVersion };
    const withheld = [{ coordinate: 'Row.withheld', rule: 'G' }];
    await recorder.record({ kind: 'WITHHELD_REPORT', ...request, withheld });
    const fields = [{ coordinate: 'Row.withheld', outcome: 'WITHHELD', level: null, rule: 'G', values: 0 }];
    expect(await rows()).toMatchObject([
      { _id: 0, party: 'COL', requester: 'analyst', fields, agreements: [], shown: [], records: [] },
    ]);
    expect(await totals()).toMatchObject([{ coordinate: 'Row.withheld', outcome: 'WITHHELD', answers: 1, values: 0 }]);
  });

  it('goes on where it was after a start, and catches up with what came meanwhile', async () => {
    await recorder.record(ownerLeafOf());
    expect(await rows()).toHaveLength(1);
    await close();
    await recorder.record(ownerLeafOf({ requestId: 'request-2' }));
    await open();
    expect((await rows()).map(({ requestId }) => requestId)).toEqual(['request-1', 'request-2']);
    expect(await totals()).toMatchObject([{ answers: 2, values: 4 }]);
  });

  it('says the same whether it heard a leaf or reads it from the log', async () => {
    const constant = constantPart({ disclosed: ['Row.shown', 'Row.second'], agreements: ['PAN:AGREEMENT'] });
    for (const requestId of ['request-1', 'request-2']) await recorder.record(ownerLeafOf({ ...constant, requestId }));
    await recorder.record(ownerLeafOf({ records: [REFERENCE] }));
    const heard = [await rows(), await totals()];
    await close();
    await rm(directory, { recursive: true });
    await open();
    expect([await rows(), await totals()]).toEqual(heard);
    expect(heard[0]).toHaveLength(3);
  });

  it('keeps no form of which every answer is gone', async () => {
    await recorder.record(ownerLeafOf());
    await recorder.record(ownerLeafOf({ disclosed: ['Row.other'] }));
    await recorder.record(ownerLeafOf());
    const { disclosures, forms } = index.tables;
    expect([(await rows()).length, await forms.countDocuments()]).toEqual([3, 2]);
    await disclosures.deleteMany({ _id: { $lt: 2 } });
    await dropUnusedForms(index.tables);
    expect((await rows()).map(({ shown }) => shown)).toEqual([['Row.shown']]);
    expect(await forms.countDocuments()).toBe(1);
  });

  it('is made again when it is deleted', async () => {
    for (let times = 0; times < 5; times++) await recorder.record(ownerLeafOf());
    const before = [await rows(), await totals()];
    await close();
    await rm(directory, { recursive: true });
    await open();
    expect([await rows(), await totals()]).toEqual(before);
  });

  it('counts nothing twice when it was stopped before it noted how far it came', async () => {
    await recorder.record(ownerLeafOf());
    await rows();
    const mark = await index.tables.marks.findById('log').lean();
    await recorder.record(ownerLeafOf());
    const before = [await rows(), await totals()];
    await index.tables.marks.replaceOne({ _id: 'log' }, mark as never);
    await reopen();
    expect([await rows(), await totals()]).toEqual(before);
    expect(before[1]).toMatchObject([{ answers: 2 }]);
  });

  it('forgets what another log said', async () => {
    await recorder.record(ownerLeafOf({ requestId: 'of-the-other' }));
    await rows();
    await close();
    await recorder.close();
    recorder = await openTestRecorder();
    await recorder.record(ownerLeafOf({ requestId: 'of-this-one' }));
    await open();
    expect((await rows()).map(({ requestId }) => requestId)).toEqual(['of-this-one']);
    expect(await totals()).toMatchObject([{ answers: 1 }]);
  });

  it('answers nothing while a leaf is missing from it', async () => {
    await close();
    const stuck = {
      name: 'stuck',
      size: 1,
      firstKept: 0,
      retention: undefined,
      leavesFrom: () => new Promise<[]>((resolve) => setTimeout(resolve, 300, [])),
      hasLeaf: async () => true,
      onCommitted: () => () => undefined,
    };
    await open(stuck, 20);
    await expect(index.caughtUp()).rejects.toMatchObject({ code: 'EVIDENCE_BEHIND' });
  });

  it('once closed, answers nothing about leaves that it did not read, and keeps nobody waiting', async () => {
    await index.close();
    await recorder.record(ownerLeafOf());
    const since = performance.now();
    await expect(index.caughtUp()).rejects.toMatchObject({ code: 'EVIDENCE_BEHIND' });
    expect(performance.now() - since).toBeLessThan(1_000);
  });

  it('has as totals the sums over the leaves, whatever they are and however often it is started', async () => {
    const leaf = fc.record({
      day: fc.constantFrom('2026-03-10', '2026-03-11'),
      party: fc.constantFrom('COL', 'PAN'),
      disclosed: fc.shuffledSubarray(['Row.one', 'Row.two']),
      values: fc.nat(3),
      stops: fc.boolean(),
    });
    const run = async (leaves: ReadonlyArray<typeof leaf extends fc.Arbitrary<infer Value> ? Value : never>) => {
      const first = recorder.size;
      for (const { day, party, disclosed, values, stops } of leaves) {
        const counts = Object.fromEntries(disclosed.map((coordinate) => [coordinate, values]));
        const requester = { ...ownerLeafOf().requester, party };
        // Another version in each run keeps its totals apart from those of earlier ones.
        const changes = { time: `${day}T12:00:00.000Z`, requester, disclosed, counts, ruleSetVersion: `run-${first}` };
        await recorder.record(ownerLeafOf(changes));
        if (stops) await reopen();
      }
      const found = (await totals()).filter(({ ruleSetVersion }) => ruleSetVersion === `run-${first}`);
      const told = found.map(({ day, party, coordinate, answers, values }) => [
        day,
        party,
        coordinate,
        answers,
        values,
      ]);
      const expected = ['2026-03-10', '2026-03-11'].flatMap((day) =>
        ['COL', 'PAN'].flatMap((party) =>
          ['Row.one', 'Row.two'].flatMap((coordinate) => {
            const those = leaves.filter(
              (one) => one.day === day && one.party === party && one.disclosed.includes(coordinate),
            );
            const sum = those.reduce((values, one) => values + one.values, 0);
            return those.length > 0 ? [[day, party, coordinate, those.length, sum]] : [];
          }),
        ),
      );
      expect(told.sort()).toEqual(expected.sort());
    };
    await fc.assert(fc.asyncProperty(fc.array(leaf, { minLength: 1, maxLength: 8 }), run), { numRuns: 15 });
  });
});
