import path from 'node:path';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { readRightsLaw } from '@pasarela/serve/rights/rights-law';
import { CrossingRecord } from './crossing-record';
import { type CrossingRecordDocument, crossingRecordModel } from './crossing-record.model';
import { crossingRecordNode } from './crossing-record-node';

const directory = path.dirname(require.resolve('@pasarela/panama-darien-flow/package.json'));

/** Panama answers people about their crossing records. An erasure deletes the record as a whole. */
export const darienFlowRights: RightsDefinition = {
  name: 'DarienFlow',
  party: 'PAN',
  law: readRightsLaw(path.join(directory, 'data-subject-rights.yaml')),
  recordType: () => CrossingRecord,
  type: 'CrossingRecord',
  types: ['CrossingRecord'],
  find: async (id, { connection, ids }) => {
    const stored = await crossingRecordModel(connection).findById(id).lean<CrossingRecordDocument>();
    return stored && crossingRecordNode(stored, ids);
  },
  holds: async (id, connection) => (await crossingRecordModel(connection).exists({ _id: id })) !== null,
  erase: async (id, connection) => {
    await crossingRecordModel(connection).deleteOne({ _id: id });
  },
};
