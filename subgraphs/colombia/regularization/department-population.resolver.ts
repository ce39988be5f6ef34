import { type Count, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Sex } from '@pasarela/serve/domain/sex';
import { Ctx, Query, Resolver } from 'type-graphql';
import { DepartmentPopulation, SexAgeFigure, VenezuelansByDepartment } from './department-population';
import { groupedBy } from './grouped-by';
import { placeOf } from './place';
import type { PublishedFigureRow } from './published-figure.model';
import { countOf, readSeries } from './published-series';

/** Venezuelans by department, as UNHCR publishes them. */
@Resolver()
export class DepartmentPopulationResolver {
  @Query(() => VenezuelansByDepartment, {
    nullable: true,
    description: 'Venezuelans by department, sex and age band, 2025.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async venezuelansByDepartment(@Ctx() context: ServeContext): Promise<VenezuelansByDepartment> {
    const [cells, outside] = await Promise.all([
      readSeries(context, 'DEPARTMENT'),
      readSeries(context, 'OUTSIDE_DEPARTMENTS'),
    ]);
    return Object.assign(new VenezuelansByDepartment(), {
      rows: [...groupedBy(cells, ({ department }) => department as string)].map(departmentRow),
      total: sumOf(cells.filter(isTotal)),
      notIncluded: outside.map(countOf),
    });
  }
}

const isTotal = ({ sex }: PublishedFigureRow): boolean => sex === null;

function departmentRow([department, cells]: [string, PublishedFigureRow[]]): DepartmentPopulation {
  return Object.assign(new DepartmentPopulation(), {
    department: placeOf(department),
    total: countOf(cells.find(isTotal) as PublishedFigureRow),
    bySexAndAge: cells
      .filter((cell) => !isTotal(cell))
      .map((cell) =>
        Object.assign(new SexAgeFigure(), { sex: cell.sex as Sex, ageBand: cell.ageBand, count: countOf(cell) }),
      ),
  });
}

// INVARIANT: the rows summed are of one table of one publisher; counts of two parties are never summed.
function sumOf(totals: readonly PublishedFigureRow[]): Count {
  const { countingParty, definition, unit, asOf, source, dataset } = totals[0] as PublishedFigureRow;
  return count({
    value: totals.reduce((sum, { value }) => sum + (value ?? 0), 0),
    countingParty,
    definition,
    unit,
    asOf,
    source,
    dataset,
    note: `Derived: the sum of the ${totals.length} rows of this table. San Andres y Providencia is absent from the source: not zero.`,
  });
}
