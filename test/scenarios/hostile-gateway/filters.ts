/** A field's values that an input would tell, and a query that uses the input. */
export interface FilterQuery {
  readonly subgraph: string;
  /** The coordinates that the input reads, the level that suffices behind `@`. */
  readonly reads: readonly string[];
  readonly query: string;
}

const records = (filter: string) => `{ crossingRecords(first: 1, filter: { ${filter} }) { pageInfo { hasNextPage } } }`;
const permits = (filter: string) => `{ permits(first: 1, filter: { ${filter} }) { pageInfo { hasNextPage } } }`;
const cases = (filter: string) => `{ usaSmugglingCases(first: 1, filter: { ${filter} }) { pageInfo { hasNextPage } } }`;

/** Every filter of the lists of records. */
export const FILTERS: readonly FilterQuery[] = [
  {
    subgraph: 'panama-darien-flow',
    reads: ['Query.crossingRecords', 'CrossingRecord.nationality'],
    query: records('nationality: "VEN"'),
  },
  {
    subgraph: 'panama-darien-flow',
    reads: ['Query.crossingRecords', 'CrossingRecord.crossedOn@month'],
    query: records('month: "2023-08"'),
  },
  {
    subgraph: 'panama-darien-flow',
    reads: ['Query.crossingRecords', 'CrossingRecord.sex'],
    query: records('sex: FEMALE'),
  },
  {
    subgraph: 'colombia-regularization',
    reads: ['Query.permits', 'Permit.currentStage'],
    query: permits('currentStage: DENIED'),
  },
  {
    subgraph: 'colombia-regularization',
    reads: ['Query.permits', 'Permit.department@firstAdministrativeLevel'],
    query: permits('department: "CO-ANT"'),
  },
  {
    subgraph: 'colombia-regularization',
    reads: ['Query.permits', 'Permit.registeredOn@month'],
    query: permits('registeredMonth: "2021-09"'),
  },
  {
    subgraph: 'usa-smuggling-cases',
    reads: ['Query.usaSmugglingCases', 'UsaSmugglingCase.status'],
    query: cases('status: OPEN'),
  },
  {
    subgraph: 'usa-smuggling-cases',
    reads: ['Query.usaSmugglingCases', 'UsaSmugglingCase.iccsCodes'],
    query: cases('iccsCode: "0204"'),
  },
  {
    subgraph: 'usa-smuggling-cases',
    reads: ['Query.usaSmugglingCases', 'UsaSmugglingCase.routes', 'UsaSmugglingRoute.from@firstAdministrativeLevel'],
    query: cases('routeFrom: "CO-ANT"'),
  },
  {
    subgraph: 'usa-smuggling-cases',
    reads: ['Query.usaSmugglingCases', 'UsaSmugglingCase.openedOn@month'],
    query: cases('openedMonth: "2024-09"'),
  },
];
