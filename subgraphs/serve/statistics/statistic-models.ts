import type { Connection, Model } from 'mongoose';
import { releaseScheduleModel } from './release-schedule';
import { statisticCellModel } from './statistic-cell.model';
import { statisticChangeModel } from './statistic-change.model';
import { statisticSecretModel } from './statistic-secret';
import { heldLeafModel, releasedCellModel, storedReleaseModel } from './stored-release.model';

/** Everything that a domain's statistics are kept in; a seed empties it before it fills the store. */
// biome-ignore lint/suspicious/noExplicitAny: models of any document are emptied alike.
export const statisticModels = (connection: Connection): ReadonlyArray<Model<any>> => [
  statisticCellModel(connection),
  statisticChangeModel(connection),
  statisticSecretModel(connection),
  storedReleaseModel(connection),
  releasedCellModel(connection),
  heldLeafModel(connection),
  releaseScheduleModel(connection),
];
