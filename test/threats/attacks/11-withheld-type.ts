import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

/** Ways to learn that a sealed sighting is there, and what the same rows without it look like. */
const PROBES: ReadonlyArray<readonly [query: string, seen: object]> = [
  ['{ sightings { __typename } }', { sightings: ['VehicleSighting', 'PersonSighting', 'PersonSighting'].map(typed) }],
  [
    '{ finds { x: __typename } }',
    { finds: ['VehicleSighting', 'PersonSighting', 'PersonSighting'].map((x) => ({ x })) },
  ],
  ['{ finds { ... on SealedSighting { __typename } } }', { finds: [{}, {}, {}] }],
  ['{ finds { ... on SealedSighting { statement } } }', { finds: [{}, {}, {}] }],
  ['{ sealedSighting { __typename } }', { sealedSighting: null }],
  ['{ sealedSighting { ... on SealedSighting { __typename } } }', { sealedSighting: null }],
];

function typed(name: string) {
  return { __typename: name };
}

async function run(stage: Stage): Promise<void> {
  const ask = async (as: string, query: string) =>
    (await stage.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query })).body.data;
  const entries = await loggedDuring(stage, 'fixture-sightings', async () => {
    for (const [query, seen] of PROBES) expect([query, await ask('analyst.col', query)]).toEqual([query, seen]);
  });
  expect(
    askedOf(entries)
      .flat()
      .filter((asked) => /^SealedSighting|^[45]/.test(String(asked))),
  ).toEqual([]);
  expect(await ask('analyst.pan', '{ sealedSighting { __typename } finds { __typename } }')).toEqual({
    sealedSighting: typed('SealedSighting'),
    finds: ['VehicleSighting', 'SealedSighting', 'PersonSighting', 'PersonSighting'].map(typed),
  });
}

/** The attacks of threat 11. */
export const attacks: readonly Attack[] = [
  {
    number: 11,
    title: 'a probe of a withheld type by union or __typename discloses nothing',
    on: 'sightings',
    guards: ['hiddenTypes'],
    run,
  },
];
