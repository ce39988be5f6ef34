import { agreementOf, capOf, grantOf } from '@pasarela/schema/testing/rules';
import fc from 'fast-check';
import { withRecord } from '../domain/raw-record';
import { JointLog } from '../testing/joint-log';
import { findDisclosures, findRecipients, findTotals } from './find-evidence';

const FIELDS = ['Query.needs', 'Query.needPage', 'Need.station', 'Need.month'];
const grantBy = (owner: string, fields: readonly string[], level = 'full') =>
  grantOf(fields, { agreement: agreementOf({ owner, id: `OF-${owner}` }), level });
const GRANTS = [
  ...['COL', 'PAN', 'USA'].map((owner) => grantBy(owner, FIELDS)),
  grantBy('USA', ['Need.seenOn']),
  grantBy('PAN', ['Need.seenOn'], 'month'),
];
const CAPS = [capOf({ id: 'ALL-DATES', target: { coordinates: ['Need.seenOn'] }, scope: 'CROSSING', level: 'month' })];
const QUERIES = [
  '{ needs { station seenOn } }',
  '{ needs { id synthetic } figures { title } }',
  '{ needPage { edges { node { station month } } } }',
  '{ needPage { edges { node { __typename } } } }',
  '{ figures { title } }',
  '{ first: needs { synthetic month } second: needPage { edges { node { seenOn } } } }',
];
const ALL = { first: 100 };

/** One row of a contributor. */
interface Row {
  readonly id: string;
  readonly station: string | null;
}

/** One request, in two worlds: what USA contributed is the same in both, what Panama did is another. */
interface Request {
  readonly party: string;
  readonly query: string;
  readonly own: readonly Row[];
  readonly others: readonly [readonly Row[], readonly Row[]];
  readonly cut: boolean;
  /** The requests of which Panama's records alone went out, before this one, in each world. */
  readonly between: readonly [number, number];
}

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  station: fc.constantFrom('LAJAS', 'NECOCLI', null),
});
const rows = fc.uniqueArray(row, { maxLength: 3, selector: ({ id }) => id });
const request: fc.Arbitrary<Request> = fc.record({
  party: fc.constantFrom('COL', 'PAN', 'USA'),
  query: fc.constantFrom(...QUERIES),
  own: rows,
  others: fc.tuple(rows, rows),
  cut: fc.boolean(),
  between: fc.tuple(fc.nat(2), fc.nat(2)),
});

const needOf = (contributedBy: string, { id, station }: Row) => {
  const record = { _id: id, contributedBy, station, seenOn: '2026-01-14', month: '2026-01' };
  return withRecord({ ...record, id, synthetic: true }, record);
};

function storedOf(rowsOf: Readonly<Record<string, readonly Row[]>>) {
  const needs = Object.entries(rowsOf).flatMap(([party, own]) => own.map((one) => needOf(party, one)));
  return { needs, needPage: { edges: needs.map((node) => ({ node })) }, figures: [{ title: 'one' }] };
}

async function tell(log: JointLog, requests: readonly Request[], world: 0 | 1): Promise<void> {
  for (const [at, { party, query, own, others, cut, between }] of requests.entries()) {
    for (let more = 0; more < between[world]; more++) {
      const stored = storedOf({ PAN: [{ id: 'one', station: 'LAJAS' }] });
      await log.ask({ requestId: `between-${at}-${more}`, party: 'COL', query: QUERIES[0] as string, stored });
    }
    const withheld = cut ? ['Need.contact', 'Mutation.reportNeed'] : [];
    const stored = storedOf({ USA: own, PAN: others[world] });
    await log.ask({ requestId: `request-${at}`, party, query, stored, withheld });
    if (cut) await log.report(`report-${at}`, party, ['Need.contact']);
  }
}

/** Everything that a party can be told; hashes, which are blinded, and sealed ends of pages apart. */
async function toldTo(log: JointLog, party: string) {
  const view = log.viewOf(party);
  const nodes = ({ edges, pageInfo }: { edges: Array<{ node: object }>; pageInfo: { hasNextPage: boolean } }) => ({
    rows: edges.map(({ node }) => JSON.parse(JSON.stringify({ ...node, leafHash: null, _id: null, through: null }))),
    more: pageInfo.hasNextPage,
  });
  const records = ['one', 'two', 'three'].map((id) => findRecipients(view, { ...ALL, type: 'Need', id }));
  return {
    disclosures: nodes(await findDisclosures(view, ALL)),
    some: nodes(await findDisclosures(view, { first: 2 })),
    ofField: nodes(await findDisclosures(view, { ...ALL, field: 'Need.station' })),
    recipients: (await Promise.all(records)).map(nodes),
    totals: nodes(await findTotals(view, ALL, ['SHOWN', 'LOWERED'])),
    withheld: nodes(await findTotals(view, ALL, ['WITHHELD'])),
  };
}

describe('what a contributor is told of a joint domain', () => {
  it('is the same in two logs that differ in what another contributor disclosed, and to whom', async () => {
    const run = async (requests: readonly Request[]) => {
      const logs = [await JointLog.open(GRANTS, CAPS), await JointLog.open(GRANTS, CAPS)] as const;
      try {
        await tell(logs[0], requests, 0);
        await tell(logs[1], requests, 1);
        expect(await toldTo(logs[0], 'USA')).toEqual(await toldTo(logs[1], 'USA'));
        expect(await toldTo(logs[0], 'COL')).toEqual(await toldTo(logs[1], 'COL'));
      } finally {
        for (const log of logs) await log.close();
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 4 }), run), { numRuns: 25, seed: 5 });
  }, 120_000);

  it('counts its own records, fields and levels exactly, whatever others contributed', async () => {
    const log = await JointLog.open(GRANTS, CAPS);
    const own: Row[] = [
      { id: 'one', station: 'LAJAS' },
      { id: 'two', station: null },
    ];
    const stored = storedOf({ USA: own, PAN: [{ id: 'one', station: 'X' }], COL: own });
    await log.ask({ requestId: 'request', party: 'COL', query: QUERIES[0] as string, stored });
    const found = async (party: string) =>
      (await findDisclosures(log.viewOf(party), ALL)).edges.map(({ node }) => node);
    const lowered = { coordinate: 'Need.seenOn', outcome: 'LOWERED', level: 'month' };
    expect(await found('USA')).toMatchObject([
      {
        contributor: 'USA',
        leaf: null,
        records: 2,
        agreements: ['USA:OF-USA'],
        rules: ['ALL-DATES'],
        fields: [
          { coordinate: 'Need.station', outcome: 'SHOWN', values: 1 },
          { coordinate: 'Query.needs', outcome: 'SHOWN', values: 1 },
          { ...lowered, rule: 'ALL-DATES', values: 2 },
        ],
      },
    ]);
    expect(await found('PAN')).toMatchObject([
      {
        contributor: 'PAN',
        records: 1,
        agreements: ['PAN:OF-PAN'],
        rules: [],
        fields: [{}, {}, { ...lowered, rule: null }],
      },
    ]);
    const [toColombia] = await found('COL');
    expect(toColombia?.fields.at(-1)).toMatchObject({ coordinate: 'Need.seenOn', outcome: 'WITHHELD', values: 0 });
    await log.close();
  });

  it('leaves out what an older log says without saying whose it was', async () => {
    const log = await JointLog.open(GRANTS, CAPS);
    await log.ask({ requestId: 'request', party: 'COL', query: QUERIES[4] as string, stored: storedOf({}) });
    const leaf = JSON.parse((await log.parts.recorder.leaf(0)) ?? '');
    const { sequence: _s, blind: _b, contributions, ...old } = leaf;
    expect(contributions).toMatchObject([{ contributor: 'JOINT', counts: { 'Figure.title': 1 } }]);
    await log.parts.recorder.record(old);
    expect((await findDisclosures(log.viewOf('USA'), ALL)).edges).toHaveLength(1);
    await log.close();
  });
});
