import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { CaseOwner } from './case-domain';
import { HandlingCode, TrafficLight } from './case-handling';
import { lastMonthForOthers } from './corridor-delay';
import type { SmugglingCaseRow } from './smuggling-case.model';

const SEPARATOR = '/';
/** H2 is not counted for others without the originator's permission (SIENA). */
const COUNTED_CODES: readonly string[] = [HandlingCode.H0, HandlingCode.H1, HandlingCode.H3];
/** RED is for named readers (TLP). */
const COUNTED_LIGHTS: readonly string[] = [
  TrafficLight.CLEAR,
  TrafficLight.GREEN,
  TrafficLight.AMBER,
  TrafficLight.AMBER_STRICT,
];

/** What decides whether a case is counted for others: its handling code and its light. */
export const caseClass = ({ handlingCode, tlp }: Pick<SmugglingCaseRow, 'handlingCode' | 'tlp'>): string =>
  [handlingCode, tlp].join(SEPARATOR);

/** The same, and the month in which the case was opened. */
export const datedCaseClass = (row: Pick<SmugglingCaseRow, 'handlingCode' | 'tlp' | 'openedMonth'>): string =>
  [caseClass(row), row.openedMonth].join(SEPARATOR);

/** Whether cases of a class are in figures for other parties. A code or light that is not known is in none. */
export function isCountedForOthers(releaseClass: string): boolean {
  const [code = '', light = ''] = releaseClass.split(SEPARATOR);
  return COUNTED_CODES.includes(code) && COUNTED_LIGHTS.includes(light);
}

/** Whether cases of a class with its month are in figures that come 90 days late. */
export function isDueForOthers(releaseClass: string, at: Date): boolean {
  const month = releaseClass.split(SEPARATOR)[2];
  return isCountedForOthers(releaseClass) && month !== undefined && month <= lastMonthForOthers(at);
}

/** The marks that cases of a class bear, and everything that is made of them. */
export function caseMarks({ party, dataset }: CaseOwner, releaseClass: string): Marks {
  const [code, light] = releaseClass.split(SEPARATOR) as [HandlingCode, TrafficLight];
  return { tlp: light, handlingCodes: [code], originators: [party], datasets: [dataset], synthetic: true };
}
