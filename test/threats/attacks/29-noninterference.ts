import { loadContract } from '@pasarela/schema/contract';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { askBoth } from '../../noninterference/ask-both';
import { commonGround } from '../../noninterference/common-ground';
import { openTwin, type Pair } from '../../noninterference/open-twins';
import { type Asker, needsCase, requesterOf } from '../../noninterference/requester';
import type { Rewrite, Row } from '../../noninterference/rewrite-stores';
import { sealedIds } from '../../noninterference/sealed-ids';
import type { Attack } from '../attack';

const CHILD_PROTECTION = { persona: 'protection.col', purposes: ['CHILD_PROTECTION'] } as const satisfies Asker;
const ENFORCEMENT = { persona: 'investigator.pan', purposes: ['ENFORCEMENT'] } as const satisfies Asker;

/** Ids of cases that stay home: the first stands in one store only, the second in the other only. */
const HIDDEN_CASES = ['00000000000000000000000a', '00000000000000000000000b'] as const;

const otherDay = (day: unknown): string => `${String(day).slice(0, 8)}${String(day).endsWith('11') ? '12' : '11'}`;

/** What the law for children leaves of another store: adults are others, and children's withheld values too. */
const otherPeople = (row: Row, index: number): readonly Row[] => {
  if (!row.minorAtCrossing && index % 2 === 0) return [];
  const { crossedOn, asylumClaim } = row;
  const other = {
    fullName: 'SYNTHETIC Other',
    officerNotes: null,
    station: 'PA-5:SAN_VICENTE',
    specificNeeds: ['SV-VF'],
  };
  return [{ ...row, ...other, crossedOn: otherDay(crossedOn), asylumClaim: !asylumClaim }];
};

const isFresh = (row: Row, now: Date): boolean => Date.parse(String(row.openedOn)) > now.getTime() - 90 * 86_400_000;

/** Cases with other routes while these are withheld, other narratives, sources and persons. */
const otherCase = (row: Row, now: Date): Row => ({
  ...row,
  narrative: 'SYNTHETIC other narrative',
  sourceIdentity: 'SYNTHETIC other source',
  sourceGrade: 'X',
  persons: [],
  ...(isFresh(row, now) && { routes: [{ from: 'CO-NAR', to: 'PA-4', mode: 'AIR' }] }),
});

const changedStore =
  (now: Date): Rewrite =>
  (model, rows) => {
    if (model === 'CrossingRecord') return rows.flatMap(otherPeople);
    return model === 'UsaSmugglingCase' ? rows.map((row) => otherCase(row, now)) : rows;
  };

/** Adds a case that stays home. */
const withHiddenCase =
  (id: string): Rewrite =>
  (model, rows) =>
    model === 'UsaSmugglingCase' ? [...rows, { ...(rows[0] as Row), _id: id, handlingCode: 'H2' }] : rows;

const RECORDS: readonly string[] = [
  '{ crossingRecords(first: 100) { edges { cursor node { id crossedOn birthDate sex unaccompaniedChild guardian } } } }',
  '{ crossingRecords(first: 3) { edges { node { fullName station { code } } } pageInfo { hasNextPage endCursor } } }',
  '{ crossingRecords(first: 100, filter: { sex: FEMALE, month: null }) { edges { node { day: crossedOn } } } }',
  'query ($s: RecordedSex) { crossingRecords(filter: { sex: $s }) { edges { ...E } } } fragment E on CrossingRecordEdge { node { nationality { code } officerNotes } }',
  '{ crossingRecords(filter: { nationality: "VEN" }) { edges { node { sex @include(if: true) specificNeeds } } } }',
];

const cases = (filter: string, node: string) =>
  `{ usaSmugglingCases(first: 100, filter: { ${filter} }) { edges { node { ${node} } } pageInfo { hasNextPage } } }`;

const CASES: readonly string[] = [
  cases('', 'id caseNumber status openedOn routes { from { code } to { code } mode } handlingCode tlp'),
  cases('', 'narrative sourceGrade persons { sex } history { on } networks { code name }'),
  cases('status: OPEN', 'routes { mode }'),
  cases('routeFrom: "CO-NAR"', 'status'),
  cases('routeFrom: null', 'status'),
  '{ usaSmugglingCases(first: 2) { edges { cursor } pageInfo { hasNextPage endCursor } } }',
  '{ crossingRecords { edges { node { sex } } } permits { edges { node { currentStage } } } }',
];

/** Asks both and finds no difference in a byte; says how many of the answers held rows. */
async function compare(
  pair: Pair,
  { persona, purposes: [purpose] }: Asker,
  queries: readonly string[],
): Promise<number> {
  const token = await pair.plain.token(persona);
  const caseReference = needsCase(purpose as Purpose) && { 'x-case-reference': 'PAN-2026-0107' };
  const headers = { 'x-purpose': purpose as Purpose, ...caseReference };
  let withRows = 0;
  for (const query of queries) {
    const { plain, changed, body } = await askBoth(pair, token, { query, variables: {}, headers });
    expect({ query, ...changed }).toEqual({ query, ...plain });
    if (Object.values<any>(body.data ?? {})[0]?.edges?.length > 0) withRows++;
  }
  return withRows;
}

/** Questions for cases that stay home, by ids that the requester was given before they did. */
function byKeptId(pair: Pair, now: Date): string[] {
  const requester = requesterOf(ENFORCEMENT, { contract: loadContract(), plain: pair.plain, now });
  const sealed = sealedIds(requester, new Map([['UsaSmugglingCase', HIDDEN_CASES]]), { federation: pair.plain, now });
  return sealed
    .filter(({ list }) => list.endsWith('.id'))
    .map(({ text }) => `{ usaSmugglingCase(id: "${text}") { status openedOn leadAgency } }`);
}

async function run(): Promise<void> {
  // Stands still, ahead of every token that is made meanwhile.
  const at = new Date(Date.now() + 600_000);
  const now = () => at;
  const ground = commonGround(at);
  const plain = await openTwin({ now, rewrites: [ground, withHiddenCase(HIDDEN_CASES[0])] });
  const rewrites = [ground, changedStore(at), withHiddenCase(HIDDEN_CASES[1])];
  const changed = await openTwin({ now, rewrites, twinOf: plain });
  const pair = { plain, changed };
  try {
    const kept = byKeptId(pair, at);
    const withRows = [
      await compare(pair, CHILD_PROTECTION, RECORDS),
      await compare(pair, ENFORCEMENT, CASES),
      await compare(pair, ENFORCEMENT, kept),
    ];
    expect(kept).toHaveLength(2);
    expect(Math.min(...withRows.slice(0, 2))).toBeGreaterThan(2);
  } finally {
    await Promise.all([plain.close(), changed.close()]);
  }
}

/** The attack of threat 29; `test/noninterference` compares many more requests. */
export const attacks: readonly Attack[] = [
  {
    number: 29,
    title: 'two federations that differ in withheld data alone answer the same bytes',
    on: 'product',
    guards: ['loweredValues', 'recordConditions', 'rowRules', 'hiddenRows', 'wholePages', 'readInputs'],
    run,
  },
];
