import path from 'node:path';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { readRightsLaw } from '@pasarela/serve/rights/rights-law';
import { CasePerson } from './case-person';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';
import { casePersonNode } from './smuggling-case-node';

const directory = path.dirname(require.resolve('@pasarela/usa-smuggling-cases/package.json'));
/** Persons are kept within their cases, each under the owner's identifier of them. */
const PERSON = 'persons.pseudonym';

/** The United States answer people about themselves in smuggling cases. An erasure takes the person out of the case. */
export const usaSmugglingRights: RightsDefinition = {
  name: 'UsaSmuggling',
  party: 'USA',
  law: readRightsLaw(path.join(directory, 'data-subject-rights.yaml')),
  recordType: () => CasePerson,
  type: 'CasePerson',
  keyField: 'CasePerson.pseudonym',
  types: ['CasePerson', 'ConfirmationChange'],
  find: async (id, { connection }) => {
    const stored = await smugglingCaseModel(connection)
      .findOne({ [PERSON]: id })
      .lean<SmugglingCaseRow>();
    const person = stored?.persons.find(({ pseudonym }) => pseudonym === id);
    return person ? casePersonNode(person) : null;
  },
  holds: async (id, connection) => (await smugglingCaseModel(connection).exists({ [PERSON]: id })) !== null,
  erase: async (id, connection) => {
    const cases = smugglingCaseModel(connection);
    for (const { _id, persons } of await cases.find({ [PERSON]: id }).lean<SmugglingCaseRow[]>()) {
      const others = persons.filter(({ pseudonym }) => pseudonym !== id);
      await cases.updateOne({ _id }, { $set: { persons: others } });
    }
  },
};
