import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

const RECORDS = '{ crossingRecords(first: 100) { edges { node { crossedOn birthDate travelGroup } } } }';

const ageAtCrossing = ({ crossedOn, birthDate }: any): number => {
  const [year, monthAndDay] = [
    Number(crossedOn.slice(0, 4)) - Number(birthDate.slice(0, 4)),
    crossedOn.slice(5) < birthDate.slice(5),
  ];
  return monthAndDay ? year - 1 : year;
};

describe('crossing records under their purposes', () => {
  let domain: OpenDomain;
  beforeAll(async () => {
    domain = await openDomain(panamaDarienFlow, 0.1);
  });
  afterAll(() => domain.close());

  const records = async (purpose: 'CHILD_PROTECTION' | 'MIGRATION_MANAGEMENT') =>
    (await domain.ask(RECORDS, {}, { party: 'COL', purpose })).data?.crossingRecords.edges.map(
      ({ node }: any) => node,
    ) as any[];

  it('hold children alone under CHILD_PROTECTION', async () => {
    expect((await records('CHILD_PROTECTION')).map(ageAtCrossing).filter((age) => age >= 18)).toEqual([]);
    expect(
      (await records('MIGRATION_MANAGEMENT')).map(ageAtCrossing).filter((age) => age >= 18).length,
    ).toBeGreaterThan(50);
  });

  it('stand in an order that puts nobody beside their travel group', async () => {
    const groups = (await records('MIGRATION_MANAGEMENT')).map(({ travelGroup }) => travelGroup);
    expect(groups.filter((group, index) => index > 0 && group === groups[index - 1]).length).toBeLessThan(3);
  });
});
