import path from 'node:path';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { readRightsLaw } from '@pasarela/serve/rights/rights-law';
import { changeCounted } from '@pasarela/serve/statistics/change-counted';
import { consentRequestModel } from './consent-request.model';
import { Permit } from './permit';
import { type PermitRow, permitModel } from './permit.model';
import { permitNode } from './permit-node';
import { regularizationStatistics } from './regularization-statistics';

const directory = path.dirname(require.resolve('@pasarela/colombia-regularization/package.json'));
/** All that says who a person is, or where exactly. The rest is the administrative act, which the law keeps. */
const BLANK = { holder: null, municipality: null, guardianLink: null } as unknown as Partial<PermitRow>;
const blanked = ({ holder, municipality, guardianLink }: PermitRow) =>
  holder || municipality || guardianLink ? BLANK : null;

/** Colombia answers people about their applications for a permit. */
export const regularizationRights: RightsDefinition = {
  name: 'Regularization',
  party: 'COL',
  law: readRightsLaw(path.join(directory, 'data-subject-rights.yaml')),
  recordType: () => Permit,
  type: 'Permit',
  types: ['Permit', 'PermitStageChange', 'PermitHolder', 'GuardianLink'],
  find: async (id, { connection, ids }) => {
    const row = await permitModel(connection).findById(id).lean<PermitRow>();
    return row && permitNode(row, ids);
  },
  holds: async (id, connection) => (await permitModel(connection).exists({ _id: id })) !== null,
  erase: async (id, connection) => {
    const change = { statistics: regularizationStatistics, model: permitModel(connection), id, to: blanked };
    await changeCounted(change, connection);
    await consentRequestModel(connection).deleteMany({ permit: id });
  },
};
