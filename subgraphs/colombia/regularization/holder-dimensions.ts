import { type Dimension, EVERYBODY, flatDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { Sex } from '@pasarela/serve/domain/sex';

/** The departments, and Bogota D.C., in which most Venezuelans live by UNHCR's table of 2025: three of four. */
const LARGE_DEPARTMENTS = [
  'CO-DC',
  'CO-ANT',
  'CO-VAC',
  'CO-CUN',
  'CO-NSA',
  'CO-ATL',
  'CO-SAN',
  'CO-LAG',
  'CO-MAG',
  'CO-BOL',
] as const;
/** All other departments together: alone, most of their cells would be too small to tell, and take others with them. */
const OTHER_DEPARTMENTS = 'OTHER';

/** The whole country, then its large departments and the others together. */
export const DEPARTMENT: Dimension = flatDimension('department', [...LARGE_DEPARTMENTS, OTHER_DEPARTMENTS]);

/** Where a department stands in the dimension. */
export const departmentOf = (code: string): string =>
  LARGE_DEPARTMENTS.find((department) => department === code) ?? OTHER_DEPARTMENTS;

/** Everybody, then children and adults, then UNHCR's age bands. Ages are those at registration: no birthday moves anybody. */
export const AGE_BAND: Dimension = {
  name: 'ageBand',
  root: {
    code: EVERYBODY,
    parts: [
      { code: 'CHILDREN', parts: [{ code: '0-4' }, { code: '5-11' }, { code: '12-17' }] },
      { code: 'ADULTS', parts: [{ code: '18-59' }, { code: '60+' }] },
    ],
  },
};

/** Everybody, then women and men. */
export const SEX: Dimension = flatDimension('sex', Object.values(Sex));
