import { ifKnown } from '@pasarela/serve/domain/if-known';
import type { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import { CrossingRecord } from './crossing-record';
import type { CrossingRecordDocument } from './crossing-record.model';
import { nationalityOf } from './nationality';
import { placeOf } from './place';

/** The crossing record of a stored one, its id sealed for the requester. */
export function crossingRecordNode(stored: CrossingRecordDocument, ids: OpaqueIds): CrossingRecord {
  const { _id, nationality, entryPoint, station, minorAtCrossing: _minor, ...record } = stored;
  const node = Object.assign(new CrossingRecord(), {
    ...record,
    id: ids.seal('CrossingRecord', _id),
    nationality: ifKnown(nationality, nationalityOf),
    entryPoint: ifKnown(entryPoint, placeOf),
    station: ifKnown(station, placeOf),
  });
  return withRecord(node, stored);
}
