import fc from 'fast-check';
import { FERRY_LABELS, FERRY_SCHEMA } from '../../testing/ferry';
import { ANALYST } from '../../testing/requesters';
import { capOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import { questionsThatChange, type RulesAt as Rules } from './questions-that-change';
import { Simulator } from './simulate';

const simulator = new Simulator(FERRY_SCHEMA);
const FIELDS = [
  'Person.name',
  'Person.age',
  'Person.friends',
  'Person.trips',
  'Person.claim',
  'Crew.name',
  'Query.page',
];
const QUERIES = [
  '{ people { name age friends { name trips { value } } } }',
  '{ travellers { name } page { edges { node { trips { value } } } } }',
  '{ people(filter: { age: 3 }) { name } }',
  '{ people { claim name } }',
];

let versions = 0;
const anyRules = fc
  .record({
    granted: fc.subarray(FIELDS),
    rounded: fc.boolean(),
    withheld: fc.subarray(['Person.name', 'Person.trips']),
  })
  .map(({ granted, rounded, withheld }) => ({
    ruleSet: ruleSetOf({
      labels: FERRY_LABELS,
      grants: granted.length > 0 ? [grantOf(granted)] : [],
      caps: [
        ...(rounded ? [capOf({ id: 'ROUNDED', target: { coordinates: ['Person.trips'] }, level: 'rounded' })] : []),
        ...(withheld.length > 0 ? [capOf({ id: 'NONE', target: { coordinates: withheld } })] : []),
      ],
      version: `version ${versions++}`,
    }),
    at: TEST_INSTANT,
  }));

const question = (query: string) => ({
  party: 'COL',
  agency: 'AGENCY',
  roles: ['ANALYST' as const],
  purpose: 'MIGRATION_MANAGEMENT' as const,
  caseGiven: false,
  query,
  variables: {},
});
const changesOf = async (query: string, before: Rules, after: Rules) =>
  (await questionsThatChange([question(query)], { before, after, simulator }))[0]?.changes ?? [];
const simulated = (query: string, { ruleSet, at }: Rules) => {
  const requester = { ...ANALYST, purposes: ['MIGRATION_MANAGEMENT' as const] };
  return simulator.simulate({ ...question(query), requester, at }, ruleSet);
};
const OPPOSITE = { GOES_BLANK: 'APPEARS', APPEARS: 'GOES_BLANK', LOWERS: 'RISES', RISES: 'LOWERS', DIFFERS: 'DIFFERS' };

describe('laws of questionsThatChange', () => {
  it('a question changes exactly where a simulation of it does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...QUERIES), anyRules, anyRules, async (query, before, after) => {
        const changes = await changesOf(query, before, after);
        const [old, now] = [simulated(query, before), simulated(query, after)];
        const same = JSON.stringify([old.refused, old.fields]) === JSON.stringify([now.refused, now.fields]);
        expect(changes.length === 0).toBe(same || (old.refused !== null && old.refused === now.refused));
        const levels = new Map(now.fields.map(({ path, coordinate, level }) => [`${path} ${coordinate}`, level]));
        for (const { path, coordinate, after: level } of changes)
          if (path !== '') expect(levels.get(`${path} ${coordinate}`)).toBe(level);
      }),
    );
  });

  it('taken back, a change does the opposite', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...QUERIES), anyRules, anyRules, async (query, before, after) => {
        const [there, back] = [await changesOf(query, before, after), await changesOf(query, after, before)];
        const turned = back.map((one) => ({
          ...one,
          before: one.after,
          after: one.before,
          change: OPPOSITE[one.change],
        }));
        const places = (changes: typeof turned) => changes.map((one) => JSON.stringify(one)).sort();
        expect(places([...there])).toEqual(places(turned));
      }),
    );
  });
});
