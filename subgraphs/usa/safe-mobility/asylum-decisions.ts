import { Count, CountState, CountUnit } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { UsaAsylumAuthority } from './asylum-codes';
import { type CellFacts, cellCount, type DecisionRow, OUTCOMES, type Outcome } from './asylum-row';
import { OfOrigin, ofOrigin } from './of-origin';

const DATASET = 'UNHCR asylum decisions in the United States 2010-2025';
const PRINTED_ZERO = {
  state: CountState.SUPPRESSED,
  note: 'UNHCR prints 0, which may stand for none or for few: it rounds small figures, and a zero on asylum is not told.',
};
const TOTAL_HIDDEN = {
  state: CountState.SUPPRESSED,
  note: 'An outcome of this row is suppressed; the total less the others would tell it.',
};
const NOT_USED = {
  state: CountState.NOT_APPLICABLE,
  note: 'This authority reported no other form of protection in this year, of any nationality.',
};
const NOT_PRINTED = { state: CountState.NOT_PUBLISHED, note: 'UNHCR prints no such row; a missing row is no zero.' };

const WHAT: Readonly<Record<Outcome | 'total', string>> = {
  recognized: 'Asylum granted: applicants recognised as refugees.',
  otherProtection: 'Other forms of protection granted.',
  rejected: 'Asylum claims rejected.',
  closed: 'Asylum claims otherwise closed, without a decision on their substance.',
  total: 'Asylum claims decided or otherwise closed.',
};

/** Decisions of one authority on claims of one nationality in one year. */
@ObjectType({
  description:
    'Published asylum decisions of one authority of the United States on one nationality in one year (UNHCR Refugee Data Finder, CC BY 4.0). A table only: it holds no person and leads to none.',
})
@Owner('USA')
export class UsaAsylumDecisions extends OfOrigin {
  @Field(() => UsaAsylumAuthority, { nullable: true, description: 'The authority.' })
  @Sensitivity('STATISTICAL')
  authority!: UsaAsylumAuthority;

  @Field(() => Count, { nullable: true, description: 'Recognised as refugees. A 0 is SUPPRESSED.' })
  @Sensitivity('STATISTICAL')
  recognized!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Other forms of protection; NOT_APPLICABLE where the authority reported none in the year.',
  })
  @Sensitivity('STATISTICAL')
  otherProtection!: Count;

  @Field(() => Count, { nullable: true, description: 'Rejected. A 0 is SUPPRESSED.' })
  @Sensitivity('STATISTICAL')
  rejected!: Count;

  @Field(() => Count, { nullable: true, description: 'Otherwise closed. A 0 is SUPPRESSED.' })
  @Sensitivity('STATISTICAL')
  closed!: Count;

  @Field(() => Count, { nullable: true, description: 'All of them; SUPPRESSED where one of them is.' })
  @Sensitivity('STATISTICAL')
  total!: Count;
}

/** The row of a printed one. */
export function decisionsOf(row: DecisionRow): UsaAsylumDecisions {
  const facts = (outcome: Outcome | 'total'): CellFacts => ({ ...row, what: WHAT[outcome], dataset: DATASET });
  const outcomes = OUTCOMES.map((outcome) => [outcome, cellCount(facts(outcome), outcomeCell(row, outcome))]);
  return Object.assign(new UsaAsylumDecisions(), named(row), Object.fromEntries(outcomes), {
    total: cellCount(facts('total'), row.total === null ? TOTAL_HIDDEN : { value: row.total }),
  });
}

function outcomeCell(row: DecisionRow, outcome: Outcome) {
  const value = row[outcome];
  if (value !== null) return { value };
  return outcome === 'otherProtection' && !row.otherProtectionUsed ? NOT_USED : PRINTED_ZERO;
}

/** The row of an authority, nationality and year of which UNHCR prints nothing. */
export function absentDecisions(year: number, origin: string, authority: UsaAsylumAuthority): UsaAsylumDecisions {
  const facts = (outcome: Outcome | 'total'): CellFacts => ({
    year,
    authority,
    unit: CountUnit.PERSONS,
    what: WHAT[outcome],
    dataset: DATASET,
  });
  const cells = [...OUTCOMES, 'total' as const].map((name) => [name, cellCount(facts(name), NOT_PRINTED)]);
  return Object.assign(new UsaAsylumDecisions(), named({ year, origin, authority }), Object.fromEntries(cells));
}

const named = ({ year, origin, authority }: Pick<DecisionRow, 'year' | 'origin' | 'authority'>) => ({
  ...ofOrigin(year, origin),
  authority,
});
