import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { UsaAsylumApplicationType, UsaAsylumAuthority } from './asylum-codes';

/** The unit of UNHCR's table: persons or cases, never added to each other. */
export type AsylumUnit = CountUnit.PERSONS | CountUnit.CASES;

interface PrintedRow {
  year: number;
  /** The country of origin as printed: ISO 3166-1 alpha-3, UNK (unknown) or XXA (stateless). */
  origin: string;
  authority: UsaAsylumAuthority;
  unit: AsylumUnit;
}

/** One printed row of applications. INVARIANT: unique for (year, origin, authority, type, unit). */
export interface ApplicationRow extends PrintedRow {
  type: UsaAsylumApplicationType;
  applied: number;
}

/** The outcomes that UNHCR prints. */
export const OUTCOMES = ['recognized', 'otherProtection', 'rejected', 'closed'] as const;
/** One outcome of a decision. */
export type Outcome = (typeof OUTCOMES)[number];

/** One printed row of decisions. A null was printed as 0 and is not kept; see `data/SOURCES.md`. */
export interface DecisionRow extends PrintedRow, Record<Outcome, number | null> {
  /** Null where an outcome is: the total less the rest would tell it. */
  total: number | null;
  /** False where the authority used no other form of protection in the whole year. */
  otherProtectionUsed: boolean;
}

const SOURCE = 'UNHCR Refugee Data Finder, package refugees 2025.12.1, CC BY 4.0';
const ROUNDED = 'UNHCR prints no 1 to 4 and rounds small figures to base 5.';

const PUBLISHED_BY: Readonly<Record<UsaAsylumAuthority, string>> = {
  USCIS: 'USA: USCIS, published by UNHCR',
  EOIR: 'USA: EOIR, published by UNHCR',
  ADMINISTRATIVE_REVIEW: 'USA: administrative review, published by UNHCR',
};

/** What one cell of a UNHCR table is about. */
export interface CellFacts {
  readonly year: number;
  readonly authority: UsaAsylumAuthority;
  readonly unit: AsylumUnit;
  readonly what: string;
  readonly dataset: string;
}

/** The count of a cell; without a value it must say its state and why. */
export function cellCount(
  { year, authority, unit, what, dataset }: CellFacts,
  cell: { readonly value: number } | { readonly state: CountState; readonly note: string },
): Count {
  const printed = 'value' in cell ? { value: cell.value, source: SOURCE, note: ROUNDED } : cell;
  return count({
    ...printed,
    countingParty: PUBLISHED_BY[authority],
    definition: what,
    unit,
    dataset,
    coverageFrom: String(year),
    coverageTo: String(year),
  });
}

const NEW = { definition: 'New asylum applications with USCIS and EOIR together.', unit: CountUnit.PERSONS } as const;
const UNITS_DIFFER = 'USCIS is printed in cases and EOIR in persons; the two are not added.';
const ONE_MISSING = 'UNHCR does not print both authorities; a missing cell is no zero, so nothing is added.';

/** New applications with both authorities, added only where both are printed, and in persons. */
export function newApplications(year: number, rows: readonly ApplicationRow[], dataset: string): Count {
  const [uscis, eoir] = [UsaAsylumAuthority.USCIS, UsaAsylumAuthority.EOIR].map((authority) =>
    rows.find((row) => row.authority === authority && row.type === UsaAsylumApplicationType.NEW),
  );
  const common = { ...NEW, dataset, countingParty: 'USA: USCIS and EOIR, published by UNHCR' };
  const coverage = { coverageFrom: String(year), coverageTo: String(year) };
  if (!uscis || !eoir) return count({ ...common, ...coverage, state: CountState.NOT_PUBLISHED, note: ONE_MISSING });
  if (uscis.unit !== eoir.unit)
    return count({ ...common, ...coverage, state: CountState.NOT_APPLICABLE, note: UNITS_DIFFER });
  const note = `Derived: USCIS ${uscis.applied} + EOIR ${eoir.applied}. Somebody whom USCIS referred to the courts may be in both.`;
  return count({ ...common, ...coverage, value: uscis.applied + eoir.applied, source: SOURCE, note });
}
