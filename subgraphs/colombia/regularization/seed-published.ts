import type { Connection } from 'mongoose';
import { type PublishedFigureRow, publishedFigureModel } from './published-figure.model';
import { readDepartmentFigures } from './read-department-figures';
import { readEtpvFigures } from './read-etpv-figures';

/** Writes every published figure and gives them back, for the synthetic records are drawn by them. */
export async function seedPublished(connection: Connection): Promise<PublishedFigureRow[]> {
  const figures = [...readEtpvFigures(), ...readDepartmentFigures()];
  await publishedFigureModel(connection).insertMany(figures, { lean: true });
  return figures;
}
