import { type OpenFederation, openFederation } from '../federation/open-federation';

const RECORDS = `{
  crossingRecords(first: 20) {
    edges { node { id crossedOn birthDate sex travelGroup fullName asylumKnown: dataset entryPoint { code name firstAdministrativeLevel } } }
  }
}`;

/** The same records, asked by their owner's analyst and by one across the border. */
describe('each side of the border gets its own level of detail', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  const records = async (as: string) => {
    const { body } = await federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query: RECORDS });
    return { nodes: body.data.crossingRecords.edges.map(({ node }: any) => node), notices: body.extensions.notices };
  };

  it('shows days and places to the owner, months, age bands and provinces to the neighbour', async () => {
    const own = await records('analyst.pan');
    const across = await records('analyst.col');
    expect(across.nodes.length).toBe(own.nodes.length);
    own.nodes.forEach((node: any, index: number) => {
      const lowered = across.nodes[index];
      expect(node.crossedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(lowered.crossedOn).toBe(node.crossedOn.slice(0, 7));
      expect(lowered.birthDate).toMatch(/^(0-4|5-11|12-17|18-59|60\+)$/);
      expect(lowered.sex).toBe(node.sex);
      expect(lowered.travelGroup).not.toBe(node.travelGroup);
      expect(lowered.id).not.toBe(node.id);
      expect(lowered.fullName).toBeNull();
      if (node.entryPoint) expect(lowered.entryPoint.code).toBe(node.entryPoint.firstAdministrativeLevel);
    });
  });

  it('tells the neighbour what was lowered, by which rule and law', async () => {
    const { notices } = await records('analyst.col');
    const told = Object.fromEntries(
      notices.map(({ coordinate, code, level, rule }: any) => [coordinate, [code, level, rule]]),
    );
    expect(told).toMatchObject({
      'CrossingRecord.crossedOn': ['LOWERED', 'month', 'G-DATES'],
      'CrossingRecord.birthDate': ['LOWERED', 'ageBand', 'G-CHILD-BIRTH-DATE'],
      'CrossingRecord.travelGroup': ['LOWERED', 'pseudonym', 'G-IDENTIFIERS'],
      'CrossingRecord.entryPoint': ['LOWERED', 'firstAdministrativeLevel', 'G-PLACE'],
      'CrossingRecord.fullName': ['WITHHELD', 'none', null],
    });
  });
});
