import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import type { DiskFault } from '../federation/failing-disk';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { findingsOf, linesOf } from './recorded-leaves';

const COLOMBIA = 'colombia-regularization';
const PANAMA = 'panama-darien-flow';
const QUESTION = {
  as: 'analyst.pan',
  purpose: 'STATISTICS',
  query: `{ nationalities(codes: ["VEN"]) {
    darienCrossings(year: 2022) { count { value } } temporaryProtectionPermits { permitsDelivered { value } } } }`,
} as const;
const REVISE = `mutation ($input: ReviseMonthlyCrossingsInput!) {
  reviseMonthlyCrossings(input: $input) { count { value } revisions { value } } }`;

describe('the disk of a log that fails under a federation', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ governed: true });
  });
  afterAll(() => federation.close());
  afterEach(() => federation.disk.works());

  const leavesOf = (log: string) => linesOf(federation.dataDirectory, log).length;

  const FAULTS: ReadonlyArray<[string, Pick<DiskFault, 'operation' | 'error'>]> = [
    ['is full', { operation: 'write', error: 'ENOSPC' }],
    ['does not flush', { operation: 'datasync', error: 'EIO' }],
  ];

  it.each(FAULTS)('and %s: the gateway gives out nothing, and goes on by itself afterwards', async (_, met) => {
    expect((await federation.ask(QUESTION)).status).toBe(200);
    const before = leavesOf(GATEWAY_NAME);
    federation.disk.fails({ ...met, log: GATEWAY_NAME });
    const refused = await Promise.all([1, 2, 3, 4].map(() => federation.ask(QUESTION)));
    for (const { status, body, text } of refused) {
      expect([status, body.errors[0].extensions.code]).toEqual([503, 'EVIDENCE_UNAVAILABLE']);
      expect(body.data).toBeUndefined();
      expect(text).not.toContain('darienCrossings');
    }
    federation.disk.works();
    expect((await federation.ask(QUESTION)).status).toBe(200);
    expect(leavesOf(GATEWAY_NAME)).toBe(before + 1);
    expect(await findingsOf(federation.dataDirectory, GATEWAY_NAME)).toEqual([]);
  });

  it.each(FAULTS)("and %s: that owner's part is not given out, the others' is", async (_, met) => {
    federation.disk.fails({ ...met, log: COLOMBIA });
    const { status, body } = await federation.ask(QUESTION);
    expect([status, body.errors]).toEqual([
      200,
      [
        expect.objectContaining({
          extensions: {
            code: 'SUBGRAPH_UNAVAILABLE',
            subgraph: COLOMBIA,
            paths: ['nationalities.@.temporaryProtectionPermits'],
          },
        }),
      ],
    ]);
    expect(body.data.nationalities).toEqual([
      { darienCrossings: expect.objectContaining({}), temporaryProtectionPermits: null },
    ]);
    federation.disk.works();
    const again = await federation.ask(QUESTION);
    expect(again.body.errors).toBeUndefined();
    expect(again.body.data.nationalities[0].temporaryProtectionPermits).not.toBeNull();
    expect(await findingsOf(federation.dataDirectory, COLOMBIA)).toEqual([]);
  });

  describe('around a mutation', () => {
    let revisions = 1;
    const revise = (clientKey: string, value: number) =>
      federation.ask({
        as: 'administrator.pan',
        purpose: 'MIGRATION_MANAGEMENT',
        query: REVISE,
        variables: {
          input: {
            month: '2024-04',
            value,
            source: 'https://example.invalid/snm',
            expectedRevisions: revisions,
            clientKey,
          },
        },
      });

    it('before it: nothing is done, since what is about to be done is not on the disk', async () => {
      for (const log of [GATEWAY_NAME, PANAMA]) {
        federation.disk.fails({ operation: 'datasync', error: 'EIO', log });
        const { status, body } = await revise(`never-${log}`, 11);
        expect([log, status, body.data ?? null]).toEqual([
          log,
          log === GATEWAY_NAME ? 503 : 200,
          log === GATEWAY_NAME ? null : expect.anything(),
        ]);
        federation.disk.works();
      }
      const { body } = await revise('done', 12);
      revisions += 1;
      expect(body.data.reviseMonthlyCrossings.revisions).toEqual([{ value: 29_259 }, { value: 12 }]);
    });

    it.each([
      ['of the gateway', GATEWAY_NAME],
      ['of the owner', PANAMA],
    ])('after it, %s: 503 or unavailable, and asking again with the same key is safe', async (_, log) => {
      // The intent is flushed; its outcome is not.
      federation.disk.fails({ operation: 'datasync', error: 'EIO', log, after: 1 });
      const value = 20 + revisions;
      const { status, body } = await revise(`key-${log}`, value);
      expect(body.data?.reviseMonthlyCrossings ?? null).toBeNull();
      expect([status, body.errors[0].extensions.code]).toEqual(
        log === GATEWAY_NAME ? [503, 'EVIDENCE_UNAVAILABLE'] : [200, 'SUBGRAPH_UNAVAILABLE'],
      );
      federation.disk.works();
      const again = await revise(`key-${log}`, value);
      revisions += 1;
      expect(again.body.errors).toBeUndefined();
      expect(again.body.data.reviseMonthlyCrossings.count).toEqual({ value });
      expect(again.body.data.reviseMonthlyCrossings.revisions).toHaveLength(revisions);
      expect(await findingsOf(federation.dataDirectory, log)).toEqual([]);
    });
  });
});
