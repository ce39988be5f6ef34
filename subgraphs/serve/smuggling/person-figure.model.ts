import { type Connection, type Model, Schema } from 'mongoose';
import type { CaseOwner } from './case-domain';

/** Who is counted: every case's persons, as the owner sees, or without the cases that are not counted for others. */
export type CountedFor = 'OWNER' | 'OTHERS';

/** Persons of synthetic cases, kept when the cases are written. */
export interface PersonFigureRow {
  readonly _id: CountedFor;
  readonly dataset: string;
  /** By role, and by confirmation where the role has one: `TRAFFICKING_VICTIM:CONFIRMED`. */
  readonly persons: Readonly<Record<string, number>>;
  /** How many victims took so many days from PRELIMINARY to CONFIRMED. */
  readonly daysToConfirmed: Readonly<Record<string, number>>;
}

const schema = new Schema<PersonFigureRow>(
  { _id: String, dataset: String, persons: Object, daysToConfirmed: Object },
  { collection: 'person_figures', versionKey: false, autoIndex: false },
);

/** An owner's rolled-up figures of persons on a connection; the model has the name of the type that shows them. */
export function personFigureModel(connection: Connection, { prefix }: CaseOwner): Model<PersonFigureRow> {
  const name = `${prefix}CasePersonFigures`;
  const known = connection.models[name] as Model<PersonFigureRow> | undefined;
  return known ?? connection.model<PersonFigureRow>(name, schema);
}
