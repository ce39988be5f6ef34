import path from 'node:path';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { readRightsLaw } from '@pasarela/serve/rights/rights-law';
import { ReturnManifestEntry } from './return-manifest-entry';
import { type ReturnManifestEntryDocument, returnManifestEntryModel } from './return-manifest-entry.model';
import { returnManifestEntryNode } from './return-manifest-entry-node';

const directory = path.dirname(require.resolve('@pasarela/panama-repatriation/package.json'));

/** Panama answers people about their entries on return manifests. An erasure deletes the entry as a whole. */
export const repatriationRights: RightsDefinition = {
  name: 'Repatriation',
  party: 'PAN',
  law: readRightsLaw(path.join(directory, 'data-subject-rights.yaml')),
  recordType: () => ReturnManifestEntry,
  type: 'ReturnManifestEntry',
  types: ['ReturnManifestEntry'],
  find: async (id, { connection, ids }) => {
    const stored = await returnManifestEntryModel(connection).findById(id).lean<ReturnManifestEntryDocument>();
    return stored && returnManifestEntryNode(stored, ids);
  },
  holds: async (id, connection) => (await returnManifestEntryModel(connection).exists({ _id: id })) !== null,
  erase: async (id, connection) => {
    await returnManifestEntryModel(connection).deleteOne({ _id: id });
  },
};
