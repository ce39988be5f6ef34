import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import { EVERYBODY, flatDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import { type Connection, type Model, Schema } from 'mongoose';
import type { DomainStatistics, StatisticTable } from '../statistics/statistic-table';

/** Somebody whom the tests of statistics count. */
export interface PersonRow {
  readonly _id: string;
  readonly place: string;
  readonly sex: string;
  readonly handling: string;
}

const schema = new Schema<PersonRow>(
  { _id: String, place: String, sex: String, handling: String },
  { collection: 'people', versionKey: false, autoIndex: false },
);

/** The people on a connection. */
export const personModel = (connection: Connection): Model<PersonRow> =>
  (connection.models.Person as Model<PersonRow> | undefined) ?? connection.model<PersonRow>('Person', schema);

const MARKS: Marks = { tlp: 'GREEN', handlingCodes: ['H1'], originators: ['PAN'], datasets: ['test'], synthetic: true };

/** People by place and sex; those of handling code H2 are counted for the owner alone, who has no place nowhere. */
export const PLACES_AND_SEXES: StatisticTable<PersonRow> = {
  name: 'places-and-sexes',
  dimensions: [
    {
      name: 'place',
      root: {
        code: EVERYBODY,
        parts: [
          { code: 'north', parts: [{ code: 'a' }, { code: 'b' }] },
          { code: 'south', parts: [{ code: 'c' }] },
        ],
      },
    },
    flatDimension('sex', ['F', 'M']),
  ],
  rule: { threshold: 5, zerosSuppressed: false },
  marks: MARKS,
  of: ({ _id, place, sex, handling }) =>
    place ? { coordinates: [place, sex], releaseClass: handling, personId: _id } : null,
  countedForOthers: (releaseClass) => releaseClass === 'H0' || releaseClass === 'H1',
};

/** The statistics of the people, of Panama. */
export const PEOPLE_STATISTICS: DomainStatistics = {
  name: 'People',
  party: 'PAN',
  tables: [PLACES_AND_SEXES],
  reads: ['place', 'sex', 'handling'],
  count: (connection) => personModel(connection).countDocuments(),
  records: (connection) => personModel(connection).find().lean<PersonRow>().cursor(),
};

/** So many people of one kind, numbered on from a number. */
export const people = (from: number, number: number, kind: Partial<PersonRow> = {}): PersonRow[] =>
  Array.from({ length: number }, (_, at) => ({ _id: `p${from + at}`, place: 'a', sex: 'F', handling: 'H0', ...kind }));
