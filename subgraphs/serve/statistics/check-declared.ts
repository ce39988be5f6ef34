import { nodesOf } from '@pasarela/schema/disclosure-control/table/dimension';
import type { AnyTable, DomainStatistics } from './statistic-table';

/**
 * Refuses a domain's tables that would tell more together than each by itself.
 *
 * INVARIANT: what is sensitive is counted in one table alone. Each table holds its leaves back for itself, so two
 * of one attribute would each say when the same person pushed it (measured: more than five points of advantage).
 *
 * @throws Error that names the tables; a domain is not opened with them
 */
export function checkDeclared({ tables }: Pick<DomainStatistics, 'tables'>): void {
  const names = tables.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error('Two tables of counts of a domain have one name.');
  for (const table of tables) {
    const sensitive = codesOf(table, table.rule.sensitiveDimension);
    const twin = sensitive && tables.find((other) => other !== table && countsToo(other, sensitive));
    if (twin)
      throw new Error(`The tables ${table.name} and ${twin.name} count one sensitive attribute: declare one table.`);
  }
}

function codesOf({ dimensions }: AnyTable, name: string | undefined): ReadonlySet<string> | undefined {
  const dimension = dimensions.find((known) => known.name === name);
  return (
    dimension &&
    new Set(
      nodesOf(dimension)
        .slice(1)
        .map(({ code }) => code),
    )
  );
}

/** Whether a table has a dimension of the same codes, whatever it calls it. */
const countsToo = ({ dimensions }: AnyTable, codes: ReadonlySet<string>): boolean =>
  dimensions.some((dimension) =>
    nodesOf(dimension)
      .slice(1)
      .every(({ code }) => codes.has(code)),
  );
