import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { DomainStatistics } from '../statistics/statistic-table';
import type { CaseOwner } from './case-domain';
import { caseMarks, isCountedForOthers } from './case-release-class';
import {
  CASES_BY_CORRIDOR,
  CASES_BY_NATIONALITY,
  CASES_WITH_VICTIMS,
  DAYS_TALLY,
  PERSONS_IN_CASES,
} from './case-tables';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';

/** Every table of counts of an owner's cases; its releases inherit the strictest marks of the cases that are in them. */
export function caseStatistics(owner: CaseOwner): DomainStatistics {
  const { party, prefix, dataset } = owner;
  const marks: Marks = { tlp: 'CLEAR', handlingCodes: [], originators: [party], datasets: [dataset], synthetic: true };
  const inherited = {
    marks,
    marksOf: (releaseClass: string) => caseMarks(owner, releaseClass),
    countedForOthers: isCountedForOthers,
  };
  return {
    name: `${prefix}Smuggling`,
    party,
    tables: [CASES_BY_NATIONALITY, CASES_WITH_VICTIMS, PERSONS_IN_CASES, CASES_BY_CORRIDOR].map((table) => ({
      ...inherited,
      ...table,
    })),
    tallies: [DAYS_TALLY],
    reads: ['persons', 'routes', 'openedMonth', 'handlingCode', 'tlp'],
    count: (connection) => smugglingCaseModel(connection, owner).countDocuments(),
    records: (connection) => smugglingCaseModel(connection, owner).find().lean<SmugglingCaseRow>().cursor(),
  };
}
