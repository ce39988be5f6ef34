import { CountUnit } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { APPLICATION_TYPE, AUTHORITY } from './asylum-codes';
import { type ApplicationRow, type AsylumUnit, type DecisionRow, OUTCOMES } from './asylum-row';
import { readDataFile } from './data-file';

const APPLICATIONS = 'unhcr_asylum_applications_usa.csv';
const DECISIONS = 'unhcr_asylum_decisions_usa.csv';
const UNIT: Readonly<Record<'P' | 'C', AsylumUnit>> = { P: CountUnit.PERSONS, C: CountUnit.CASES };

// INVARIANT: UNHCR prints no 1 to 4; a file that holds one is not UNHCR's, and stops the seed.
const cell = z
  .string()
  .regex(/^\d+$/)
  .transform(Number)
  .refine((value) => value === 0 || value >= 5, 'UNHCR prints no 1 to 4');
const printedRow = {
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
  coa_iso: z.literal('USA'),
  coo_iso: z.string().regex(/^[A-Z]{3}$/),
  dec_level: z.enum(['IN', 'EO', 'AR']),
  procedure_type: z.literal('G'),
};
const applicationRow = z.object({
  ...printedRow,
  app_type: z.enum(['N', 'A']),
  app_pc: z.enum(['P', 'C']),
  applied: cell.refine((value) => value > 0, 'a row of applications is never 0'),
});
const decisionRow = z.object({
  ...printedRow,
  dec_pc: z.enum(['P', 'C']),
  dec_recognized: cell,
  dec_other: cell,
  dec_rejected: cell,
  dec_closed: cell,
  dec_total: cell,
});

/** UNHCR's rows of applications in the United States. */
export function publishedApplications(file = APPLICATIONS): ApplicationRow[] {
  const rows = readDataFile(file, applicationRow).map((row) => ({
    year: row.year,
    origin: row.coo_iso,
    authority: AUTHORITY[row.dec_level] as ApplicationRow['authority'],
    type: APPLICATION_TYPE[row.app_type] as ApplicationRow['type'],
    unit: UNIT[row.app_pc],
    applied: row.applied,
  }));
  return onceEach(rows, ({ type }) => type);
}

/** UNHCR's rows of decisions in the United States, without what was printed as 0 and the totals that would tell it. */
export function publishedDecisions(file = DECISIONS): DecisionRow[] {
  const rows = readDataFile(file, decisionRow);
  const classOf = ({ year, dec_level }: z.infer<typeof decisionRow>) => `${year} ${dec_level}`;
  const usingOther = new Set(rows.filter(({ dec_other }) => dec_other > 0).map(classOf));
  return onceEach(
    rows.map((row) => decisionOf(row, usingOther.has(classOf(row)))),
    () => '',
  );
}

function decisionOf(row: z.infer<typeof decisionRow>, otherProtectionUsed: boolean): DecisionRow {
  const outcomes = {
    recognized: row.dec_recognized || null,
    otherProtection: row.dec_other || null,
    rejected: row.dec_rejected || null,
    closed: row.dec_closed || null,
  };
  // Whether other protection was used at all is known of the whole class, not of a nationality: it hides no total.
  const hidden = OUTCOMES.some((outcome) =>
    outcome === 'otherProtection' && !otherProtectionUsed ? false : outcomes[outcome] === null,
  );
  return {
    year: row.year,
    origin: row.coo_iso,
    authority: AUTHORITY[row.dec_level] as DecisionRow['authority'],
    unit: UNIT[row.dec_pc],
    ...outcomes,
    total: hidden ? null : row.dec_total,
    otherProtectionUsed,
  };
}

// INVARIANT: a cell is printed once, so that no table can give two values for it. Rows leave in a fixed order.
function onceEach<Row extends ApplicationRow | DecisionRow>(rows: readonly Row[], kindOf: (row: Row) => string): Row[] {
  const byKey = new Map(rows.map((row) => [[row.year, row.origin, kindOf(row), row.authority, row.unit].join(), row]));
  if (byKey.size < rows.length) throw new Error('a UNHCR table prints a cell twice');
  return [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
