import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type OpenFederation, openFederation } from '../federation/open-federation';

const QUESTION = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 1) { edges { node { sex crossedOn } } } }',
} as const;

/** An administrator of Panama changes what Colombia's analysts see, by editing the agreement. */
describe('a changed rule takes effect without a restart', () => {
  let federation: OpenFederation;
  let file: string;
  let shipped: string;

  beforeAll(async () => {
    federation = await openFederation();
    file = path.join(federation.rulesDirectory, 'agreements', 'border-management.pan.yaml');
    shipped = await readFile(file, 'utf8');
  });
  afterAll(() => federation.close());

  const answered = async () => (await federation.ask(QUESTION)).body;

  /** Asks until the answer is as wanted; the enforcement points look for changes once a second. */
  async function until(wanted: (body: any) => boolean): Promise<any> {
    for (let attempt = 0; attempt < 50; attempt++) {
      const body = await answered();
      if (wanted(body)) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the change did not take effect');
  }

  it('shows, withholds, and shows again', async () => {
    const before = await answered();
    expect(before.data.crossingRecords.edges[0].node.sex).not.toBeNull();

    await writeFile(file, shipped.replace('nationality, sex,', 'nationality,'));
    const withheld = await until((body) => body.data.crossingRecords.edges[0].node.sex === null);
    expect(withheld.errors).toBeUndefined();
    expect(withheld.extensions.notices).toContainEqual(
      expect.objectContaining({
        code: 'WITHHELD',
        coordinate: 'CrossingRecord.sex',
        path: 'crossingRecords.edges.@.node.sex',
      }),
    );
    expect(withheld.extensions.disclosure.ruleSetVersion).not.toBe(before.extensions.disclosure.ruleSetVersion);

    await writeFile(file, shipped);
    const again = await until((body) => body.data.crossingRecords.edges[0].node.sex !== null);
    expect(again.extensions.disclosure.ruleSetVersion).toBe(before.extensions.disclosure.ruleSetVersion);
  });

  it('keeps the last valid rules of an owner whose file is broken, and says so in the log', async () => {
    await writeFile(file, shipped.replace('level: full', 'level: everything'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const body = await answered();
    expect(body.data.crossingRecords.edges[0].node.sex).not.toBeNull();
    const rejections = (await federation.requestLog('panama-darien-flow')).filter(({ msg }) =>
      msg.startsWith('rules rejected'),
    );
    expect(JSON.stringify(rejections)).toMatch(
      /border-management\.pan\.yaml:\d+: grant PAN-BORDER-RECORDS: everything is no level/,
    );
    await writeFile(file, shipped);
  });
});
