import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Connection } from 'mongoose';
import type { DepartureFigure } from './departure-figure';
import { departureFigureModel } from './departure-figure.model';
import { SCOPE } from './departure-series';

/** The periods of which Colombia holds a count that can stand beside Panama's, in the order of the file. */
export async function mirrorPeriodsHeld(connection: Connection): Promise<string[]> {
  const figures = await departureFigureModel(connection)
    .find({ mirrorPeriod: { $ne: null } })
    .sort({ sequence: 1 })
    .lean<DepartureFigure[]>();
  return [...new Set(figures.map(({ mirrorPeriod }) => mirrorPeriod as string))];
}

const figuresOfPeriods = batchPerConnection<string, DepartureFigure[]>((connection) => async (periods) => {
  const figures = await departureFigureModel(connection)
    .find({ mirrorPeriod: { $in: [...periods] } })
    .sort({ sequence: 1 })
    .lean<DepartureFigure[]>();
  return periods.map((period) => figures.filter(({ mirrorPeriod }) => mirrorPeriod === period));
});

/** Every Colombian figure of a period that stands beside Panama's. */
export const mirrorFigures = async (period: string, context: ServeContext): Promise<DepartureFigure[]> =>
  (await context.loaders.for(figuresOfPeriods(context.connection)).load(period)) ?? [];

/** The figure that is compared with Panama's: everybody's, of the widest scope that is held. */
export async function widestFigure(period: string, context: ServeContext): Promise<DepartureFigure | undefined> {
  const everyone = (await mirrorFigures(period, context)).filter(
    ({ nationality, sexAgeGroup }) => nationality === null && sexAgeGroup === null,
  );
  return everyone.find(({ scope }) => scope === SCOPE.WHOLE) ?? everyone[0];
}
