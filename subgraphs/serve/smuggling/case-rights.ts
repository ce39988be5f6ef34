import type { RightsDefinition } from '../rights/rights-definition';
import type { RightsLaw } from '../rights/rights-law';
import { changeCounted } from '../statistics/change-counted';
import type { DomainStatistics } from '../statistics/statistic-table';
import { type CaseOwner, personTypeName } from './case-domain';
import type { OwnerTypes } from './owner-types';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';
import { casePersonNode } from './smuggling-case-node';

/** Persons are kept within their cases, each under the owner's identifier of them. */
const PERSON = 'persons.pseudonym';

/** Whose cases they are, and what counts the persons in them. */
export interface CountedCases {
  readonly owner: CaseOwner;
  readonly types: OwnerTypes;
  readonly statistics: DomainStatistics;
}

/** An owner answers people about themselves in smuggling cases. An erasure takes the person out of the case and its counts. */
export function caseRights({ owner, types, statistics }: CountedCases, law: RightsLaw): RightsDefinition {
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
      const held = await cases.find({ [PERSON]: id }, { _id: 1 }).lean<Array<Pick<SmugglingCaseRow, '_id'>>>();
      for (const { _id } of held)
        await changeCounted({ statistics, model: cases, id: _id, to: (row) => without(id, row) }, connection);
    },
  };
}

const without = (id: string, { persons }: SmugglingCaseRow): Pick<SmugglingCaseRow, 'persons'> | null => {
  const others = persons.filter(({ pseudonym }) => pseudonym !== id);
  return others.length === persons.length ? null : { persons: others };
};
