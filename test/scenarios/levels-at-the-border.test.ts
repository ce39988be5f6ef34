import { type OpenFederation, openFederation } from '../federation/open-federation';

const RECORDS = `query ($after: String) {
  crossingRecords(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
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
    const nodes: any[] = [];
    let after: string | null = null;
    for (;;) {
      const { body }: any = await federation.ask({
        as,
        purpose: 'MIGRATION_MANAGEMENT',
        query: RECORDS,
        variables: { after },
      });
      const { edges, pageInfo } = body.data.crossingRecords;
      nodes.push(...edges.map(({ node }: any) => node));
      if (!pageInfo.hasNextPage) return { nodes, notices: body.extensions.notices };
      after = pageInfo.endCursor;
    }
  };

  /** What both sides may see of a record, as one text. */
  const common = ({ crossedOn, sex, entryPoint }: any) =>
    [crossedOn.slice(0, 7), sex, entryPoint?.firstAdministrativeLevel].join(' ');

  it('shows days and places to the owner, months, age bands and provinces to the neighbour', async () => {
    const own = await records('analyst.pan');
    const across = await records('analyst.col');
    expect(own.nodes.length).toBeGreaterThan(300);
    expect(across.nodes.map(common).sort()).toEqual(own.nodes.map(common).sort());
    for (const node of own.nodes) expect(node.crossedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const { crossedOn, birthDate, fullName, entryPoint } of across.nodes) {
      expect(crossedOn).toMatch(/^\d{4}-\d{2}$/);
      expect(birthDate).toMatch(/^(0-4|5-11|12-17|18-59|60\+)$/);
      expect(fullName).toBeNull();
      if (entryPoint) expect(entryPoint.code).toBe(entryPoint.firstAdministrativeLevel);
    }
  });

  it('gives each side keys, groups and an order of its own, so that two lists cannot be put side by side', async () => {
    const own = await records('analyst.pan');
    const across = await records('analyst.col');
    for (const name of ['id', 'travelGroup']) {
      const known = new Set(own.nodes.map((node) => node[name]));
      expect(across.nodes.filter((node) => known.has(node[name]))).toEqual([]);
    }
    const alike = across.nodes.filter((node, place) => common(node) === common(own.nodes[place]));
    expect(alike.length).toBeLessThan(across.nodes.length / 2);
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
