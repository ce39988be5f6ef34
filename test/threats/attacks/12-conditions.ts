import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

interface Condition {
  /** The operation's variables, `` when it has none. */
  readonly head: string;
  readonly selection: string;
  readonly variables?: Record<string, unknown>;
}

const node = ({ head, selection }: Condition) =>
  `query${head} { crossingRecords(first: 1) { edges { node { id ${selection} } } } } ${selection.includes('...F') ? 'fragment F on CrossingRecord { sex }' : ''}`;

/** Conditions under which `sex`, which the requester may see, is not asked for. */
const LEFT_OUT: readonly Condition[] = [
  { head: '', selection: 'sex @include(if: false)' },
  { head: '', selection: 'sex @skip(if: true)' },
  { head: '', selection: 'sex @include(if: true) @skip(if: true)' },
  { head: '($v: Boolean!)', selection: 'sex @include(if: $v)', variables: { v: false } },
  { head: '($v: Boolean = false)', selection: 'sex @include(if: $v)' },
  { head: '($v: Boolean = true)', selection: 'sex @include(if: $v)', variables: { v: false } },
  { head: '($v: Boolean! = true)', selection: 'sex @skip(if: $v)' },
  { head: '($v: Boolean!)', selection: '... @include(if: $v) { sex }', variables: { v: false } },
  { head: '($v: Boolean!)', selection: '...F @skip(if: $v)', variables: { v: true } },
];

/** Conditions without a value: refused before anything is fetched. */
const WITHOUT_VALUE: readonly Condition[] = [
  { head: '($v: Boolean = true)', selection: 'sex @include(if: $v)', variables: { v: null } },
  { head: '($v: Boolean = false)', selection: '...F @skip(if: $v)', variables: { v: null } },
  { head: '($v: Boolean!)', selection: 'sex @include(if: $v)' },
  { head: '($v: Boolean!)', selection: 'sex @include(if: $v)', variables: { v: null } },
];

async function run(stage: Stage): Promise<void> {
  const ask = (condition: Condition) =>
    stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query: node(condition),
      variables: condition.variables ?? {},
    });
  const entries = await loggedDuring(stage, 'panama-darien-flow', async () => {
    for (const condition of LEFT_OUT) {
      const { body } = await ask(condition);
      expect([condition, Object.keys(body.data.crossingRecords.edges[0].node)]).toEqual([condition, ['id']]);
    }
    for (const condition of WITHOUT_VALUE) {
      const { status, body } = await ask(condition);
      expect([condition, status, body.errors?.[0].extensions.code]).toEqual([condition, 400, 'BAD_VARIABLES']);
    }
  });
  expect(askedOf(entries)).toEqual(LEFT_OUT.map(() => ['CrossingRecord.id', 'Query.crossingRecords']));
  await decideIncluded(stage, ask);
}

/** A condition that holds changes nothing: what is withheld stays withheld, and has a notice only then. */
async function decideIncluded(stage: Stage, ask: (condition: Condition) => ReturnType<Stage['ask']>): Promise<void> {
  const withheld = { head: '($v: Boolean!)', selection: 'sex @include(if: $v) fullName @include(if: $v)' };
  const entries = await loggedDuring(stage, 'panama-darien-flow', async () => {
    const shown = (await ask({ ...withheld, variables: { v: true } })).body;
    expect(shown.data.crossingRecords.edges[0].node).toEqual({
      id: expect.any(String),
      sex: expect.stringMatching(/MALE$/),
      fullName: null,
    });
    expect(shown.extensions.notices.map(({ coordinate }: any) => coordinate)).toEqual(['CrossingRecord.fullName']);
    expect((await ask({ ...withheld, variables: { v: false } })).body.extensions.notices).toEqual([]);
  });
  expect(askedOf(entries)).toEqual([
    ['CrossingRecord.id', 'CrossingRecord.sex', 'Query.crossingRecords'],
    ['CrossingRecord.id', 'Query.crossingRecords'],
  ]);
}

/** The attacks of threat 12. */
export const attacks: readonly Attack[] = [
  {
    number: 12,
    title: '@include and @skip are decided on the run-time value, and false never fetches',
    on: 'product',
    guards: ['runTimeConditions'],
    run,
  },
];
