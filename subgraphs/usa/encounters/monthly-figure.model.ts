import { type Connection, type Model, Schema } from 'mongoose';

/** What the two published series count. INVARIANT: they are never one series. */
export type MonthlySeries = 'TITLE_8_ENCOUNTERS' | 'NEW_COURT_CASES';

/** One published figure of one month. */
export interface MonthlyFigure {
  series: MonthlySeries;
  /** 2022-08. */
  month: string;
  value: number;
}

const schema: Schema<MonthlyFigure> = new Schema(
  {
    series: { type: String, required: true },
    month: { type: String, required: true },
    value: { type: Number, required: true },
  },
  { collection: 'monthly_figures', versionKey: false },
);
schema.index({ month: 1, series: 1 }, { unique: true });

/** The store of published figures by month. */
export function monthlyFigureModel(connection: Connection): Model<MonthlyFigure> {
  return connection.models.MonthlyFigure ?? connection.model<MonthlyFigure>('MonthlyFigure', schema);
}
