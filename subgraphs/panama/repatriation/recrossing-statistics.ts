import { flatDimension, overlappingDimension } from '@pasarela/schema/disclosure-control/table/dimension';
import type { DomainStatistics, StatisticTable } from '@pasarela/serve/statistics/statistic-table';
import { publishedTotals } from './published-totals';
import { DATASET, returnMix, type SyntheticReturn } from './synthetic-returns';

/** Whether somebody was registered in the Darién again within a year of the return. */
export enum Recrossing {
  CROSSED_AGAIN = 'CROSSED_AGAIN',
  NOT_AGAIN = 'NOT_AGAIN',
}

const NATIONALITIES = [...new Set(returnMix(publishedTotals()).nationalities.map(([code]) => code))].sort();
const LEFT = 'LEFT';

/**
 * Persons returned by nationality, of those that published totals name, and by whether they crossed again: hits by
 * pseudonym, which are counted and not kept. No number of fewer than ten is told anybody, the owner included, nor that
 * there is none; there is no sum over nationalities.
 */
export const RECROSSINGS: StatisticTable<SyntheticReturn> = {
  name: 'return-recrossings',
  dimensions: [
    overlappingDimension('nationality', NATIONALITIES),
    flatDimension('crossedAgain', Object.values(Recrossing)),
  ],
  rule: { threshold: 10, zerosSuppressed: true, sensitiveDimension: 'crossedAgain' },
  marks: { tlp: 'CLEAR', handlingCodes: [], originators: ['PAN'], datasets: [DATASET], synthetic: true },
  releaseEvery: { days: 91 },
  readByOwner: 'RELEASES',
  countedOnce: true,
  of: ({ entry: { _id, nationality, removalFinal }, crossedAgain }) =>
    removalFinal && nationality && NATIONALITIES.includes(nationality)
      ? {
          coordinates: [nationality, crossedAgain ? Recrossing.CROSSED_AGAIN : Recrossing.NOT_AGAIN],
          releaseClass: LEFT,
          personId: _id,
        }
      : null,
  countedForOthers: (releaseClass) => releaseClass === LEFT,
};

/** What is counted of returns: no entry says whether somebody crossed again, so nothing is counted anew of entries. */
export const repatriationStatistics: DomainStatistics = {
  name: 'Repatriation',
  party: 'PAN',
  tables: [RECROSSINGS],
  reads: [],
  count: async () => 0,
  records: async function* () {},
};
