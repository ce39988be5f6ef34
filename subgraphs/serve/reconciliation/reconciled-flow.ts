import { registerEnumType } from 'type-graphql';

/** What two parties both count. */
export enum ReconciledFlow {
  DARIEN_CROSSINGS = 'DARIEN_CROSSINGS',
  RETURNS_FROM_PANAMA = 'RETURNS_FROM_PANAMA',
  DEATHS_IN_THE_DARIEN = 'DEATHS_IN_THE_DARIEN',
  UNACCOMPANIED_AND_SEPARATED_CHILDREN = 'UNACCOMPANIED_AND_SEPARATED_CHILDREN',
}
registerEnumType(ReconciledFlow, {
  name: 'ReconciledFlow',
  description: 'What two parties both count, each by its own definition.',
  valuesConfig: {
    DARIEN_CROSSINGS: {
      description: 'People going north through the Darién: detected by Colombia in Urabá, registered by Panama.',
    },
    RETURNS_FROM_PANAMA: { description: 'People whom Panama returned, in total up to a date, as publishers print it.' },
    DEATHS_IN_THE_DARIEN: { description: 'People who died in the Darién; some counts take in the missing.' },
    UNACCOMPANIED_AND_SEPARATED_CHILDREN: {
      description: 'Children who came through the Darién alone or with others than their parents: two groups.',
    },
  },
});
