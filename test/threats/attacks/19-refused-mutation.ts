import { randomUUID } from 'node:crypto';
import type { Attack, Stage } from '../attack';
import { loggedAnywhere } from '../never-asked';

const MONTH = '2024-04';
const REVISE =
  'mutation ($input: ReviseMonthlyCrossingsInput!) { reviseMonthlyCrossings(input: $input) { count { value } } }';
const ALIASED =
  'mutation ($input: ReviseMonthlyCrossingsInput!) { __typename ... { a: reviseMonthlyCrossings(input: $input) { month } } ...F } fragment F on Mutation { b: reviseMonthlyCrossings(input: $input) { month } }';

async function run(stage: Stage): Promise<void> {
  const before = await revisions(stage);
  const input = { month: MONTH, value: 1, source: 'attack', expectedRevisions: before.length, clientKey: randomUUID() };
  const attempt = (as: string, query: string) =>
    stage.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query, variables: { input } });
  const entries = await loggedAnywhere(stage, async () => {
    for (const as of ['analyst.pan', 'administrator.col', 'analyst.usa'])
      for (const query of [REVISE, ALIASED]) {
        const { status, body } = await attempt(as, query);
        expect([as, status, body.data, body.errors?.[0].extensions]).toEqual([
          as,
          403,
          undefined,
          expect.objectContaining({ code: 'MUTATION_WITHHELD', coordinate: 'Mutation.reviseMonthlyCrossings' }),
        ]);
      }
  });
  expect(entries).toEqual([]);
  expect(await revisions(stage)).toEqual(before);
  const allowed = await attempt('administrator.pan', REVISE);
  expect(allowed.body.data).toEqual({ reviseMonthlyCrossings: { count: { value: 1 } } });
  expect(await revisions(stage)).toEqual([...before, 1]);
}

async function revisions(stage: Stage): Promise<number[]> {
  const query = `{ darienCrossingsByMonth(from: "${MONTH}", to: "${MONTH}") { revisions { value } } }`;
  const { body } = await stage.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query });
  return body.data.darienCrossingsByMonth[0].revisions.map(({ value }: any) => value);
}

/** One refused field beside an allowed one, in either order, refuses both. */
async function runBesideAllowed(stage: Stage): Promise<void> {
  const attempt = (query: string, as = 'analyst.col') => stage.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query });
  const entries = await loggedAnywhere(stage, async () => {
    for (const query of [
      'mutation { a: noteSighting(text: "x") b: closePost(place: "y") }',
      'mutation { b: closePost(place: "y") a: noteSighting(text: "x") }',
      'mutation { noteSighting: closePost(place: "y") }',
      'mutation { a: noteSighting(text: "x") ...F } fragment F on Mutation { ... { b: closePost(place: "y") } }',
    ]) {
      const { status, body } = await attempt(query);
      expect([query, status, body.data]).toEqual([query, 403, undefined]);
      expect(body.errors[0].extensions).toMatchObject({ code: 'MUTATION_WITHHELD', coordinate: 'Mutation.closePost' });
    }
  });
  expect(entries).toEqual([]);
  expect((await attempt('mutation { a: noteSighting(text: "x") }')).body.data).toEqual({ a: 'noted: x' });
  const both = await attempt('mutation { a: noteSighting(text: "x") b: closePost(place: "y") }', 'administrator.pan');
  expect(both.body.data).toEqual({ a: 'noted: x', b: 'closed: y' });
}

/** The attacks of threat 19. */
export const attacks: readonly Attack[] = [
  {
    number: 19,
    title: 'a refused mutation never reaches a subgraph and changes nothing',
    on: 'product',
    guards: ['wholeDocument'],
    run,
  },
  {
    number: 19,
    title: 'a refused mutation beside an allowed one refuses both',
    on: 'sightings',
    guards: ['wholeDocument'],
    run: runBesideAllowed,
  },
];
