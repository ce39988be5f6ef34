import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Attack, Stage } from '../attack';
import { type StoredRow, withStoredRows } from '../stored-rows';

const CASES = { subgraph: 'usa-smuggling-cases', model: 'UsaSmugglingCase' };
const STATUSES = ['OPEN', 'CLOSED', 'PROSECUTED'];
const LIST = '{ usaSmugglingCases(first: 100) { edges { node { status } } } }';

async function statuses(stage: Stage, as: string): Promise<string[]> {
  const headers = { 'x-case-reference': 'ATTACK-15' };
  const { body } = await stage.ask({ as, purpose: 'ENFORCEMENT', query: LIST, headers });
  return body.data.usaSmugglingCases.edges.map(({ node }: any) => node.status);
}

const MANY = 60;
const inserted = (row: StoredRow): StoredRow[] =>
  Array.from({ length: MANY }, (_, index) => ({
    ...row,
    _id: scatteredId('attack', String(index)),
    handlingCode: 'H0',
    tlp: 'CLEAR',
    status: STATUSES[index % STATUSES.length],
  }));

/** Two partners put their lists of the same cases side by side. */
async function matchByPosition(stage: Stage): Promise<void> {
  await withStoredRows(stage, CASES, async (model, rows) => {
    await model.updateMany({}, { $set: { handlingCode: 'H0', tlp: 'CLEAR' } });
    await model.insertMany(inserted(rows[0] as StoredRow), { lean: true });
    const [panama, colombia] = [await statuses(stage, 'investigator.pan'), await statuses(stage, 'investigator.col')];
    expect([panama.length, colombia.toSorted()]).toEqual([rows.length + MANY, panama.toSorted()]);
    expect(colombia).not.toEqual(panama);
    // Each sees an order that stays the same, or it would say nothing to anybody.
    expect(await statuses(stage, 'investigator.pan')).toEqual(panama);
  });
}

/** The attack of threat 15 on what has no id in common. */
export const attacks: readonly Attack[] = [
  {
    number: 15,
    title: 'rows of two partners are not matched by their place in a list',
    on: 'product',
    guards: ['ownOrder'],
    run: matchByPosition,
  },
];
