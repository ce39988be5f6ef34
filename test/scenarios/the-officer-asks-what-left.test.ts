import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const QUESTION = path.join(__dirname, '..', 'questions', '30');
const OCTOBER = new Date('2026-10-14T12:00:00Z');
const NOVEMBER = new Date('2026-11-03T12:00:00Z');
const PERMITS = '{ permits(first: 5) { edges { node { currentStage holder { fullName } } } } }';
const POPULATION =
  '{ nationalities(codes: ["VEN"]) { code temporaryProtectionPermits { permitsDelivered { value } } } }';

/** Saved question 30, and the monthly letter: what a partner received last month, under which version, and what was denied. */
describe('the data-protection officer of Colombia asks what left', () => {
  let federation: OpenFederation;
  let now = OCTOBER;

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, now: () => now, tokensAt: () => now });
    for (let times = 0; times < 3; times++)
      await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: POPULATION });
    await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: PERMITS });
    await federation.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: POPULATION });
    now = NOVEMBER;
    await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: POPULATION });
  });
  afterAll(() => federation.close());

  const answer = async () => {
    const { variables, askedBy, purpose } = parse(readFileSync(`${QUESTION}.yaml`, 'utf8'));
    const query = readFileSync(`${QUESTION}.graphql`, 'utf8');
    return (await federation.ask({ as: askedBy, purpose, query, variables })).body;
  };
  const rows = ({ edges }: any) => edges.map(({ node }: any) => node);

  it('30: three answers of October with their version, and what was denied with its rule', async () => {
    const { data, errors, extensions } = await answer();
    expect(errors).toBeUndefined();
    const { log, totalsByDay } = data.colombiaRegularizationEvidence;
    expect(log).toBe('colombia-regularization');
    const delivered = rows(totalsByDay).filter(({ coordinate }: any) => coordinate === 'PermitCounts.permitsDelivered');
    expect(rows(totalsByDay).map(({ coordinate }: any) => coordinate)).toEqual([]);
    expect(delivered).toEqual([
      {
        day: '2026-10-14',
        purpose: 'STATISTICS',
        coordinate: 'PermitCounts.permitsDelivered',
        outcome: 'SHOWN',
        level: null,
        rule: null,
        ruleSetVersion: extensions.disclosure.ruleSetVersion,
        answers: 3,
        values: 3,
      },
    ]);
  });
});
