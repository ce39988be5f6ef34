import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { type Count, CountUnit } from '@pasarela/serve/domain/count';
import { NationalityReturns } from './nationality-returns';
import { TOTALS_FILE } from './published-totals';
import { latestOf } from './read-totals';
import { returnFigure } from './return-figure';
import { ReturnFlightType } from './return-flight-type';
import { type ReturnTotalRow, returnTotalModel } from './return-total.model';
import { countOfTotal, totalNode } from './return-total-node';

const ABSENT = 'No source that is held prints this figure of the nationality; it is no zero.';
const BY_MONTH = 'Returns are published by nationality as totals up to a date, never by month.';

/** Reads the returns of many nationalities at once. */
export const nationalityReturns = batchPerConnection<string, NationalityReturns>((connection) => async (codes) => {
  const totals = await returnTotalModel(connection)
    .find({ nationalityGroup: { $in: [...codes] } })
    .sort({ _id: 1 })
    .lean<ReturnTotalRow[]>();
  return codes.map((code) =>
    returnsOf(
      code,
      totals.filter(({ nationalityGroup }) => nationalityGroup === code),
    ),
  );
});

function returnsOf(code: string, totals: readonly ReturnTotalRow[]): NationalityReturns {
  const latest = (unit: CountUnit, commercial: boolean): Count => {
    const row = latestOf(
      totals,
      (total) => total.unit === unit && (total.flightType === ReturnFlightType.COMMERCIAL) === commercial,
    );
    return row ? countOfTotal(row) : absent(code, unit, ABSENT);
  };
  return Object.assign(new NationalityReturns(), {
    persons: latest(CountUnit.PERSONS, false),
    flights: latest(CountUnit.FLIGHTS, false),
    personsOnCommercialFlights: latest(CountUnit.PERSONS, true),
    personsByMonth: absent(code, CountUnit.PERSONS, BY_MONTH),
    totals: totals.map(totalNode),
  });
}

function absent(code: string, unit: CountUnit, note: string): Count {
  const definition = `Returns by Panama of the nationality ${code}.`;
  return returnFigure({ value: null, unit, definition, dataset: TOTALS_FILE, note });
}
