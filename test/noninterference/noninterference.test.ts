import { showsUnpublished } from './ask-both';
import { wholeContract } from './askable';
import { ASKERS } from './askers';
import { changeRules } from './change-rules';
import { commonGround } from './common-ground';
import { openTwin } from './open-twins';
import { Run, type RunBase } from './run';

jest.setTimeout(120_000);

/**
 * Threat 29. Of two federations one holds other data, in everything that a requester is not shown and nowhere else:
 * the requester cannot tell which one answers.
 */
describe('what is withheld does not show in any answer', () => {
  let base: RunBase;
  beforeAll(async () => {
    // Stands still, ahead of every token that is made while the test runs.
    const now = new Date(Date.now() + 3_600_000);
    base = { ...wholeContract(), now, plain: await openTwin({ now: () => now, rewrites: [commonGround(now)] }) };
  });
  afterAll(() => base.plain.close());

  it('compares 580 requests', () => {
    expect(ASKERS.reduce((sum, { requests }) => sum + requests, 0)).toBe(580);
  });

  describe.each(ASKERS)('$persona', (asker) => {
    let run: Run;
    beforeAll(async () => {
      run = await Run.open(asker, base);
    });
    afterAll(async () => {
      await changeRules(base.plain);
      await run.close();
    });

    it('has twins that differ in what is withheld', () => {
      const { values, rows } = run.change;
      expect(asker.values.filter((value) => !values.has(value))).toEqual([]);
      expect([...rows].sort()).toEqual(asker.rows);
    });

    it('gets the same status, headers and body from both', async () => {
      for (let number = 0; number < asker.requests; number++) {
        const { request, answers } = await run.ask(asker.seed + number);
        expect({ request, ...answers.changed }).toEqual({ request, ...answers.plain });
      }
    });

    it('was answered with rows, refused, and asked for all that differs', () => {
      const statuses = run.asked.map(({ answers }) => answers.plain.status);
      expect(run.asked).toHaveLength(asker.requests);
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(asker.requests / 2);
      expect(statuses.filter((status) => status >= 400 && status < 500).length).toBeGreaterThan(5);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      const withRows = run.asked.filter(({ answers }) => showsUnpublished(answers.body?.data));
      expect(withRows.length).toBeGreaterThan(asker.requests / 4);
      expect(run.neverAsked()).toEqual([]);
    });

    it.each(asker.caps)('gets a difference to the same requests without %s', async (cap) => {
      await Promise.all([base.plain, run.pair.changed].map((federation) => changeRules(federation, cap)));
      expect(await run.findDifference()).toBeDefined();
    });
  });
});
