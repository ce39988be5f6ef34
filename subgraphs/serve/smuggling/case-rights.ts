import type { RightsDefinition } from '../rights/rights-definition';
import type { RightsLaw } from '../rights/rights-law';
import { type CaseOwner, personTypeName } from './case-domain';
import type { OwnerTypes } from './owner-types';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';
import { casePersonNode } from './smuggling-case-node';

/** Persons are kept within their cases, each under the owner's identifier of them. */
const PERSON = 'persons.pseudonym';

/** An owner answers people about themselves in smuggling cases. An erasure takes the person out of the case. */
export function caseRights(owner: CaseOwner, types: OwnerTypes, law: RightsLaw): RightsDefinition {
  const person = personTypeName(owner);
  return {
    name: `${owner.prefix}Smuggling`,
    party: owner.party,
    law,
    recordType: () => types.Person,
    type: person,
    keyField: `${person}.pseudonym`,
    types: [person, `${owner.prefix}ConfirmationChange`],
    find: async (id, { connection }) => {
      const stored = await smugglingCaseModel(connection, owner)
        .findOne({ [PERSON]: id })
        .lean<SmugglingCaseRow>();
      const row = stored?.persons.find(({ pseudonym }) => pseudonym === id);
      return row ? casePersonNode(row, types) : null;
    },
    holds: async (id, connection) => (await smugglingCaseModel(connection, owner).exists({ [PERSON]: id })) !== null,
    erase: async (id, connection) => {
      const cases = smugglingCaseModel(connection, owner);
      for (const { _id, persons } of await cases.find({ [PERSON]: id }).lean<SmugglingCaseRow[]>()) {
        const others = persons.filter(({ pseudonym }) => pseudonym !== id);
        await cases.updateOne({ _id }, { $set: { persons: others } });
      }
    },
  };
}
