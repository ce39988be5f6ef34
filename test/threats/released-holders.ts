import { colombiaRegularization } from '@pasarela/colombia-regularization/index';
import { HOLDERS } from '@pasarela/colombia-regularization/regularization-statistics';
import { nodesOf } from '@pasarela/schema/disclosure-control/table/dimension';
import {
  type AdditiveRelation,
  additiveRelations,
  cellId,
} from '@pasarela/schema/disclosure-control/table/frequency-table';
import { type OpenFederation, openFederation, type Question } from '../federation/open-federation';

/** Every level of the table of permit holders, each crossed with each. */
const GROUPINGS = ['COUNTRY', 'DEPARTMENT'].flatMap((department) =>
  ['EVERYBODY', 'CHILDREN_AND_ADULTS', 'AGE_BAND'].flatMap((age) =>
    ['EVERYBODY', 'SEX'].map((sex) => ({ department, age, sex })),
  ),
);
const QUESTION = `query ($by: PermitHolderGrouping) {
  permitHolderCounts(by: $by) { department ageBand sex count { value state } } }`;
const MAKE = `mutation ($number: Int!) {
  makeRegularizationStatisticRelease(table: "${HOLDERS.name}", number: $number) { number } }`;

/** What a release says of each cell of the table of permit holders; null where it is suppressed. */
export type ReleasedHolders = ReadonlyMap<string, number | null>;

/** Enough holders for cells of every kind. */
const SCALE = 0.05;
/** A Thursday, so that no release is due by itself while an attack lasts. */
const THURSDAY = new Date('2026-01-15T12:00:00Z');

/** A federation whose clock stands where it is put. */
export interface HoldersUnderAttack extends OpenFederation {
  readonly clock: { now: Date };
}

/** Runs an attack on releases of permit holders in a federation of its own. */
export async function onReleasedHolders(attack: (federation: HoldersUnderAttack) => Promise<void>): Promise<void> {
  const clock = { now: THURSDAY };
  const now = () => clock.now;
  const federation = await openFederation({ definitions: [colombiaRegularization], scale: SCALE, now, tokensAt: now });
  try {
    await attack({ ...federation, clock });
  } finally {
    await federation.close();
  }
}

/** Reads the whole table, one grouping after the other. */
export async function releasedHolders(
  { ask }: Pick<OpenFederation, 'ask'>,
  asker: Pick<Question, 'as' | 'purpose'>,
): Promise<ReleasedHolders> {
  const cells = new Map<string, number | null>();
  for (const by of GROUPINGS) {
    const { body } = await ask({ ...asker, query: QUESTION, variables: { by } });
    for (const { department, ageBand, sex, count } of body.data.permitHolderCounts)
      cells.set(cellId([department, ageBand, sex]), count.state === 'SUPPRESSED' ? null : count.value);
  }
  if (cells.size !== CELLS) throw new Error('Not every cell of the table was told.');
  return cells;
}

const CELLS = HOLDERS.dimensions.reduce((product, dimension) => product * nodesOf(dimension).length, 1);

/** Which cells of the table add up to which. */
export const holderRelations = (): AdditiveRelation[] => additiveRelations(HOLDERS.dimensions);

/** Has Colombia's administrator make the next release. */
export async function makeNextRelease({ ask }: Pick<OpenFederation, 'ask'>, number: number): Promise<void> {
  const asked = {
    as: 'administrator.col',
    purpose: 'POLICY_ADMINISTRATION',
    query: MAKE,
    variables: { number },
  } as const;
  const { body } = await ask(asked);
  if (body.data?.makeRegularizationStatisticRelease?.number !== number) throw new Error('No release was made.');
}
