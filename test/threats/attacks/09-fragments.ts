import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

/** Ways to a person's withheld name and place. */
const QUERIES: readonly string[] = [
  '{ person(id: "person-1") { ...F } } fragment F on PersonSighting { fullName }',
  '{ person(id: "person-1") { ... { fullName } } }',
  '{ person(id: "person-1") { ... on PersonSighting { ... { ... on Sighting { place } } } } }',
  '{ person(id: "person-1") { ...A } } fragment A on PersonSighting { ...B } fragment B on Sighting { ...C } fragment C on PersonSighting { fullName place }',
  '{ ...R } fragment R on Query { person(id: "person-1") { fullName } }',
  '{ p: person(id: "person-1") { id } ...R } fragment R on Query { p: person(id: "person-1") { fullName } }',
  '{ sightings { ...S } } fragment S on Sighting { ... on PersonSighting { fullName } place }',
  '{ finds { ...U } } fragment U on Find { ... on Sighting { ... on PersonSighting { x: fullName } } }',
  'query Q { ...F } query R { ...F } fragment F on Query { people { ...N } } fragment N on PersonSighting { companion { fullName } }',
];
const WITHHELD = /^PersonSighting\.(fullName|place)$/;
const HIDDEN = /SYNTHETIC (Person|river|hill)/;

async function run(stage: Stage): Promise<void> {
  const ask = (query: string) =>
    stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query,
      ...(query.startsWith('query Q') && { operationName: 'Q' }),
    });
  const entries = await loggedDuring(stage, 'fixture-sightings', async () => {
    for (const query of QUERIES) {
      const { status, body, text } = await ask(query);
      expect([query, status, HIDDEN.test(text)]).toEqual([query, 200, false]);
      const notices = body.extensions.notices.map(({ coordinate }: any) => coordinate);
      expect(notices).toEqual(expect.arrayContaining([expect.stringMatching(WITHHELD)]));
    }
  });
  expect(entries.map(({ status }) => status)).toEqual(QUERIES.map(() => 200));
  expect(
    askedOf(entries)
      .flat()
      .filter((asked) => WITHHELD.test(String(asked))),
  ).toEqual([]);
}

/** The attacks of threat 9. */
export const attacks: readonly Attack[] = [
  {
    number: 9,
    title: 'named, inline, nested and interface fragments show nothing that is withheld',
    on: 'sightings',
    guards: ['wholeDocument'],
    run,
  },
];
