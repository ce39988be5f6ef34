import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

const PEOPLE = `{
  patrols { day fullName companion { day fullName companion { day fullName } } }
  people { day fullName }
  person(id: "person-2") { day fullName companion { day fullName } }
  sightings { ... on PersonSighting { day fullName } }
  finds { ... on PersonSighting { day fullName } }
}`;

async function runNested(stage: Stage): Promise<void> {
  const entries = await loggedDuring(stage, 'fixture-sightings', async () => {
    const { body } = await stage.ask({ as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', query: PEOPLE });
    const people = personsIn(body.data);
    expect(people.length).toBeGreaterThan(12);
    for (const { day, fullName } of people) expect([day, fullName]).toEqual(['2024-03', null]);
    const paths = body.extensions.notices.filter(({ coordinate }: any) => coordinate === 'PersonSighting.fullName');
    expect(paths.map(({ path }: any) => path)).toEqual([
      'patrols.@.@.fullName',
      'patrols.@.@.companion.fullName',
      'patrols.@.@.companion.companion.fullName',
      'people.@.fullName',
      'person.fullName',
      'person.companion.fullName',
      'sightings.@.fullName',
      'finds.@.fullName',
    ]);
  });
  expect(askedOf(entries).flat()).not.toContain('PersonSighting.fullName');
}

/** Every person of an answer, however deep. */
function personsIn(value: unknown): Array<{ day: unknown; fullName: unknown }> {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(personsIn);
  return 'fullName' in value ? [value as { day: unknown; fullName: unknown }, ...inside] : inside;
}

const STATIONS =
  '{ receptionStations { place { code } headcount { state } } places(codes: ["PA-5:LAJAS_BLANCAS"]) { receptionStation { headcount { state } } } }';

async function runStations(stage: Stage): Promise<void> {
  const headcounts = async (as: string, purpose: 'STATISTICS' | 'MIGRATION_MANAGEMENT') => {
    const { body } = await stage.ask({ as, purpose, query: STATIONS });
    const levels = body.extensions.notices
      .filter(({ coordinate }: any) => coordinate === 'ReceptionStation.headcount')
      .map(({ level, path }: any) => `${path}: ${level}`);
    const listed = body.data.receptionStations.find(({ place }: any) => place.code === 'PA-5:LAJAS_BLANCAS');
    return { levels, shown: [listed.headcount, body.data.places[0].receptionStation.headcount] };
  };
  const paths = ['receptionStations.@.headcount', 'places.@.receptionStation.headcount'];
  expect(await headcounts('analyst.col', 'MIGRATION_MANAGEMENT')).toEqual({
    levels: paths.map((path) => `${path}: none`),
    shown: [null, null],
  });
  // At most rounded, and blank where the day of the headcount is unknown.
  expect(await headcounts('analyst.col', 'STATISTICS')).toEqual({
    levels: paths.flatMap((path) => [`${path}: rounded`, `${path}: none`]),
    shown: [null, null],
  });
  const full = { state: 'NOT_PUBLISHED' };
  expect(await headcounts('analyst.pan', 'STATISTICS')).toEqual({ levels: [], shown: [full, full] });
}

/** The attacks of threat 18. */
export const attacks: readonly Attack[] = [
  {
    number: 18,
    title: 'a field in nested lists, by key and through another object has the same decision',
    on: 'sightings',
    guards: ['wholeDocument'],
    run: runNested,
  },
  {
    number: 18,
    title: 'a field by two root fields has the same decision',
    on: 'product',
    guards: ['wholeDocument'],
    run: runStations,
  },
];
