import { HandlingCode, TrafficLight } from './case-handling';
import type { SmugglingCaseRow } from './smuggling-case.model';

/** Whether a case is in figures for other parties: H2 is not without the originator's permission (SIENA); RED is for named readers (TLP). */
export const isCountedForOthers = ({ handlingCode, tlp }: Pick<SmugglingCaseRow, 'handlingCode' | 'tlp'>): boolean =>
  handlingCode !== HandlingCode.H2 && tlp !== TrafficLight.RED;
