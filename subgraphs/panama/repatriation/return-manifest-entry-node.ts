import { ifKnown } from '@pasarela/serve/domain/if-known';
import type { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import { nationalityOf } from './nationality';
import { ReturnManifestEntry } from './return-manifest-entry';
import type { ReturnManifestEntryDocument } from './return-manifest-entry.model';

/** The entry of a stored one, its id sealed for the requester. */
export function returnManifestEntryNode(stored: ReturnManifestEntryDocument, ids: OpaqueIds): ReturnManifestEntry {
  const { _id, nationality, minor: _minor, flightMonth: _month, ...entry } = stored;
  const node = Object.assign(new ReturnManifestEntry(), {
    ...entry,
    id: ids.seal('ReturnManifestEntry', _id),
    nationality: ifKnown(nationality, nationalityOf),
  });
  return withRecord(node, stored);
}
