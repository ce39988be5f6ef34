import { PLACES } from '@pasarela/schema/codes/places';
import { type Dimension, EVERYBODY, flatDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { Sex } from '@pasarela/serve/domain/sex';

const isDepartment = ({
  country,
  code,
  firstAdministrativeLevel,
}: {
  country: string;
  code: string;
  firstAdministrativeLevel: string;
}) => country === 'COL' && code === firstAdministrativeLevel;

/** The whole country, then its departments and Bogota D.C. */
export const DEPARTMENT: Dimension = flatDimension(
  'department',
  [...PLACES.values()]
    .filter(isDepartment)
    .map(({ code }) => code)
    .sort(),
);

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
