import { type Connection, type Model, Schema } from 'mongoose';
import { type AnyTable, daysBetweenReleases } from './statistic-table';

const DAY = 86_400_000;
/** The first Wednesday of 1970 at 12:00 UTC: every release is due a whole number of its table's periods later. */
const FIRST_DUE = Date.parse('1970-01-07T12:00:00Z');

/** When the next release of a table is due, kept so that a restart neither forgets one nor makes one too many. */
interface ScheduleRow {
  readonly _id: string;
  readonly dueAt: string;
}

const schema = new Schema<ScheduleRow>(
  { _id: String, dueAt: String },
  { collection: 'release_schedule', versionKey: false, autoIndex: false },
);

/** When releases are due, on a connection. */
export function releaseScheduleModel(connection: Connection): Model<ScheduleRow> {
  const known = connection.models.ReleaseSchedule as Model<ScheduleRow> | undefined;
  return known ?? connection.model<ScheduleRow>('ReleaseSchedule', schema);
}

/** The first instant after another at which a release of the table is due. */
export function dueAfter(instant: Date, table: Pick<AnyTable, 'releaseEvery'>): Date {
  const period = daysBetweenReleases(table) * DAY;
  return new Date(FIRST_DUE + (Math.floor((instant.getTime() - FIRST_DUE) / period) + 1) * period);
}

/** When the next release of a table is due; where it was never asked, the next instant of the calendar. */
export async function nextDue(table: AnyTable, now: Date, connection: Connection): Promise<Date> {
  const dueAt = dueAfter(now, table).toISOString();
  const model = releaseScheduleModel(connection);
  await model.updateOne({ _id: table.name }, { $setOnInsert: { dueAt } }, { upsert: true });
  const row = await model.findById(table.name).lean<ScheduleRow>();
  return new Date((row as ScheduleRow).dueAt);
}

/** Keeps when a release is due next. */
export async function setDue(table: AnyTable, dueAt: Date, connection: Connection): Promise<void> {
  await releaseScheduleModel(connection).updateOne(
    { _id: table.name },
    { $set: { dueAt: dueAt.toISOString() } },
    { upsert: true },
  );
}
