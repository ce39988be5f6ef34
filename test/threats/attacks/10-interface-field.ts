import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

const VEHICLE = { day: '2024-03-01', place: 'SYNTHETIC road post' };
const PERSON = { day: '2024-03', place: null };

async function run(stage: Stage): Promise<void> {
  const entries = await loggedDuring(stage, 'fixture-sightings', async () => {
    const { status, body } = await stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query:
        '{ sightings { day place } finds { ... on Sighting { day place } } person(id: "person-1") { ... on Sighting { day place } } }',
    });
    expect(status).toBe(200);
    expect(body.data).toEqual({
      sightings: [VEHICLE, PERSON, PERSON],
      finds: [VEHICLE, PERSON, PERSON],
      person: PERSON,
    });
    const withheld = body.extensions.notices.filter(({ code }: any) => code === 'WITHHELD');
    expect(withheld.map(({ coordinate, path }: any) => [coordinate, path])).toEqual(
      expect.arrayContaining([
        ['PersonSighting.place', 'sightings.@.place'],
        ['PersonSighting.place', 'finds.@.place'],
        ['PersonSighting.place', 'person.place'],
      ]),
    );
  });
  expect(askedOf(entries)).toEqual([
    [
      'PersonSighting.day',
      'Query.finds',
      'Query.person',
      'Query.sightings',
      'VehicleSighting.day',
      'VehicleSighting.place',
    ],
  ]);
}

/** The attacks of threat 10. */
export const attacks: readonly Attack[] = [
  {
    number: 10,
    title: 'a field of an interface is decided for each concrete type',
    on: 'sightings',
    guards: ['concreteTypes', 'wholeDocument'],
    run,
  },
];
