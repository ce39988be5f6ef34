import { Count, CountState, CountUnit } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { UsaAsylumApplicationType, UsaAsylumAuthority } from './asylum-codes';
import { type ApplicationRow, cellCount, newApplications } from './asylum-row';
import { OfOrigin, ofOrigin } from './of-origin';

const DATASET = 'UNHCR asylum applications in the United States 2010-2025';
const NOT_PRINTED = 'UNHCR prints no such cell; a missing cell is no zero.';

/** Applications with one authority. */
@ObjectType({
  description: 'Applications of one kind with one authority, as UNHCR prints them: one cell of its table.',
})
@Owner('USA')
export class UsaAsylumApplicationCell {
  @Field(() => UsaAsylumAuthority, { nullable: true, description: 'The authority.' })
  @Sensitivity('STATISTICAL')
  authority!: UsaAsylumAuthority;

  @Field(() => UsaAsylumApplicationType, { nullable: true, description: 'The kind of application.' })
  @Sensitivity('STATISTICAL')
  type!: UsaAsylumApplicationType;

  @Field(() => Count, { nullable: true, description: 'Applicants or cases, as its unit says.' })
  @Sensitivity('STATISTICAL')
  count!: Count;
}

/** Applications of one nationality in one year. */
@ObjectType({
  description:
    'Published asylum applications in the United States of one nationality in one year (UNHCR Refugee Data Finder, CC BY 4.0). A table only: it holds no person and leads to none.',
})
@Owner('USA')
export class UsaAsylumApplications extends OfOrigin {
  @Field(() => Count, {
    nullable: true,
    description:
      'New applications with USCIS and EOIR, derived: added only where both are printed in persons (from 2021 on).',
  })
  @Sensitivity('STATISTICAL')
  newApplications!: Count;

  @Field(() => [UsaAsylumApplicationCell], {
    nullable: true,
    description: 'The cells that UNHCR prints; new applications with USCIS and EOIR are always two rows.',
  })
  @Sensitivity('STATISTICAL')
  byAuthority!: UsaAsylumApplicationCell[];
}

/** The row of a nationality and year. @param rows all that UNHCR prints of it, which may be nothing. */
export function applicationsOf(year: number, origin: string, rows: readonly ApplicationRow[]): UsaAsylumApplications {
  return Object.assign(new UsaAsylumApplications(), {
    ...ofOrigin(year, origin),
    newApplications: newApplications(year, rows, DATASET),
    byAuthority: [
      ...FIRST.map((authority) => newCell(year, authority, rows)),
      ...rows.filter((row) => !isNewWithFirst(row)).map(printedCell),
    ],
  });
}

const FIRST: readonly UsaAsylumAuthority[] = [UsaAsylumAuthority.USCIS, UsaAsylumAuthority.EOIR];

const isNewWithFirst = ({ authority, type }: ApplicationRow) =>
  type === UsaAsylumApplicationType.NEW && FIRST.includes(authority);

function newCell(year: number, authority: UsaAsylumAuthority, rows: readonly ApplicationRow[]) {
  const printed = rows.find((row) => row.authority === authority && isNewWithFirst(row));
  return printed ? printedCell(printed) : missingCell(year, authority);
}

const factsOf = ({ year, authority, unit }: Pick<ApplicationRow, 'year' | 'authority' | 'unit'>) => ({
  year,
  authority,
  unit,
  what: 'Asylum applications lodged in the United States.',
  dataset: DATASET,
});

function printedCell(row: ApplicationRow): UsaAsylumApplicationCell {
  const { authority, type, applied } = row;
  const count = cellCount(factsOf(row), { value: applied });
  return Object.assign(new UsaAsylumApplicationCell(), { authority, type, count });
}

function missingCell(year: number, authority: UsaAsylumAuthority): UsaAsylumApplicationCell {
  const facts = factsOf({ year, authority, unit: CountUnit.PERSONS });
  const count = cellCount(facts, { state: CountState.NOT_PUBLISHED, note: NOT_PRINTED });
  return Object.assign(new UsaAsylumApplicationCell(), { authority, type: UsaAsylumApplicationType.NEW, count });
}
