import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';

/** The field that shows the figures of a table, in each domain by itself or by what its names begin with. */
const FIELDS: Readonly<Record<string, (prefix: string) => string>> = {
  'permits-by-stage': () => 'PermitStageCount.count',
  'permit-holders': () => 'PermitHolderCount.count',
  'holders-by-health-affiliation': () => 'IntegrationIndicatorCount.count',
  'children-by-schooling': () => 'IntegrationIndicatorCount.count',
  'holders-by-formal-work': () => 'IntegrationIndicatorCount.count',
  'return-recrossings': () => 'ReturnRecrossing.returned',
  'cases-by-nationality': (prefix) => `${prefix}SmugglingCaseFigures.cases`,
  'cases-with-victims-by-nationality': (prefix) => `${prefix}SmugglingCaseFigures.casesWithIdentifiedVictims`,
  'persons-in-cases': (prefix) => `${prefix}CasePersonFigures.byRole`,
  'days-to-confirmed': (prefix) => `${prefix}CasePersonFigures.daysToConfirmed`,
  'cases-by-corridor': (prefix) => `SmugglingCorridor.${inLowerCase(prefix)}Cases`,
};

/** The field that shows what a table or tally of a domain counts. @throws Error where a table is not known here */
export function figureCoordinate({ statistics }: SubgraphDefinition, table: string): string {
  const field = FIELDS[table];
  if (!statistics || !field) throw new Error(`It is not known which field shows the table ${table}.`);
  return field(statistics.name.replace(/Smuggling$/, ''));
}

/** The field that lists the releases of a domain. */
export const releasesCoordinate = ({ statistics }: SubgraphDefinition): string =>
  `Query.${inLowerCase(statistics?.name ?? '')}StatisticReleases`;

const inLowerCase = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
