import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaRepatriation } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaRepatriation, 0.002);
});
afterAll(() => domain.close());

const RETURNS = `returnsByPanama {
  persons { value state asOf } flights { value state } personsOnCommercialFlights { value state }
  personsByMonth { value state note } totals { asOf count { value unit } }
}`;

it('the nationalities that Panama returned are those that a total names', async () => {
  const { data } = await domain.ask('{ nationalitiesReturnedByPanama { code nameEs } }');
  expect(data?.nationalitiesReturnedByPanama.map(({ code }: any) => code)).toEqual([
    'COL',
    'ECU',
    'IND',
    'NIC',
    'VEN',
    'VNM',
  ]);
});

it('a nationality has its latest totals, and no returns by month', async () => {
  const representations = ['COL', 'ECU', 'VNM', 'VEN', 'HTI'].map((code) => ({ __typename: 'Nationality', code }));
  const { data, errors } = await domain.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Nationality { code ${RETURNS} } } }`,
    { representations },
  );
  expect(errors).toBeUndefined();
  const [colombia, ecuador, vietnam, venezuela, haiti] =
    data?._entities.map((entity: any) => entity.returnsByPanama) ?? [];
  expect([colombia.persons, colombia.flights.value]).toEqual([{ value: 1_065, state: 'VALUE', asOf: '2025-01' }, 29]);
  expect(colombia.personsOnCommercialFlights.value).toBe(50);
  expect([ecuador.persons.value, ecuador.flights.value]).toEqual([397, 12]);
  expect([vietnam.persons.value, vietnam.flights.state]).toEqual([48, 'NOT_PUBLISHED']);
  expect([venezuela.persons.state, venezuela.personsOnCommercialFlights.value]).toEqual(['NOT_PUBLISHED', 17]);
  expect([haiti.persons.state, haiti.totals]).toEqual(['NOT_PUBLISHED', []]);
  for (const { personsByMonth } of [colombia, ecuador, vietnam, venezuela, haiti])
    expect(personsByMonth).toMatchObject({
      value: null,
      state: 'NOT_PUBLISHED',
      note: expect.stringContaining('never by month'),
    });
  expect(colombia.totals.map(({ asOf }: any) => asOf)).toEqual([
    '2024-09',
    '2024-09',
    '2024-12',
    '2024-12',
    '2025-01',
    '2025-01',
    '2025-01',
  ]);
});
