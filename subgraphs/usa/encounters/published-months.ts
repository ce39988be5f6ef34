import path from 'node:path';
import { readCsv } from '@pasarela/schema/codes/read-csv';
import { z } from 'zod';
import type { MonthlyFigure } from './monthly-figure.model';

const directory = path.join(path.dirname(require.resolve('@pasarela/usa-encounters/package.json')), 'data');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const whole = z.string().regex(/^\d+$/).transform(Number);

const encounterRow = z.object({ month, encounters: whole });
const courtCaseRow = z.object({ month, new_cases: whole });

/** Both published series, each under its own name, in the order of the months. */
export function publishedMonths(): MonthlyFigure[] {
  const encounters = readCsv(path.join(directory, 'cbp_title8_encounters_monthly_2019_10_2022_08.csv'), encounterRow);
  const courtCases = readCsv(path.join(directory, 'eoir_new_cases_monthly_2019_10_2022_09.csv'), courtCaseRow);
  return [
    ...encounters.map((row) => ({ series: 'TITLE_8_ENCOUNTERS' as const, month: row.month, value: row.encounters })),
    ...courtCases.map((row) => ({ series: 'NEW_COURT_CASES' as const, month: row.month, value: row.new_cases })),
  ];
}
