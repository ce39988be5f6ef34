import type { Connection, Model } from 'mongoose';
import type { ClassType } from 'type-graphql';
import { nationalityReference, placeReference } from '../domain/code-list-references';
import type { DomainSeed, SubgraphDefinition } from '../domain/subgraph-definition';
import { evidenceResolver } from '../oversight/evidence-resolver';
import type { RightsLaw } from '../rights/rights-law';
import { rightsResolvers } from '../rights/rights-resolvers';
import { publicationResolver } from '../statistics/publication-resolver';
import { releaseResolver } from '../statistics/release-resolver';
import { statisticModels } from '../statistics/statistic-models';
import type { DomainStatistics } from '../statistics/statistic-table';
import { type CaseDomain, caseTypeName, rootOf } from './case-domain';
import { casePersonFiguresResolver } from './case-person-figures.resolver';
import type { PersonFields } from './case-person-types';
import { caseRights } from './case-rights';
import { caseStatistics } from './case-statistics';
import { corridorReference, corridorResolver } from './corridor.resolver';
import { nationalityResolver } from './nationality.resolver';
import { ownerTypes } from './owner-types';
import { placeOf } from './place';
import { seedSyntheticCases } from './seed-synthetic-cases';
import { smugglingCaseModel } from './smuggling-case.model';
import { casesByOpaqueId, smugglingCaseReference } from './smuggling-case.reference';
import { smugglingCaseResolver } from './smuggling-case.resolver';
import { caseNodes } from './smuggling-case-node';

/** What a domain of cases has of its own: what it publishes, and fields that only it records of persons. */
export interface OwnPart {
  readonly resolvers: ReadonlyArray<ClassType<object>>;
  readonly personFields?: PersonFields;
  /** By which law people are answered about themselves; nobody is unless given. */
  readonly rightsLaw?: RightsLaw;
  /** Raised whenever the published figures, the mix or what all owners have in common changes. */
  readonly seedVersion: string;
  // biome-ignore lint/suspicious/noExplicitAny: models of any document are emptied alike.
  readonly models?: (connection: Connection) => ReadonlyArray<Model<any>>;
  /** Writes the published figures. */
  readonly seedPublished?: (connection: Connection) => Promise<void>;
}

/** A government's domain of smuggling cases: what all owners have in common, and its own part. */
export function smugglingSubgraph(domain: CaseDomain, own: OwnPart): SubgraphDefinition {
  const types = ownerTypes(domain, own.personFields);
  const nodeOf = caseNodes(domain, types);
  const byOpaqueId = casesByOpaqueId(domain, nodeOf);
  const statistics = caseStatistics(domain);
  const rights = own.rightsLaw && caseRights({ owner: domain, types, statistics }, own.rightsLaw);
  return {
    name: `${rootOf(domain)}-smuggling-cases`,
    party: domain.party,
    resolvers: [
      smugglingCaseResolver(domain, { types, nodeOf, byOpaqueId }),
      casePersonFiguresResolver(domain),
      corridorResolver(domain, types),
      nationalityResolver(domain, types),
      ...own.resolvers,
      evidenceResolver({ domain: `${rootOf(domain)}SmugglingCases`, owner: domain.party }),
      ...(rights ? rightsResolvers(rights) : []),
      releaseResolver(statistics),
      publicationResolver(statistics),
    ],
    references: {
      Nationality: nationalityReference((code) => Object.assign(new types.Nationality(), { code })),
      Place: placeReference(placeOf),
      SmugglingCorridor: corridorReference(types),
      [caseTypeName(domain)]: smugglingCaseReference(byOpaqueId),
    },
    seed: seedOf(domain, statistics, own),
    statistics,
    ...(rights && { rights }),
  };
}

function seedOf(
  domain: CaseDomain,
  statistics: DomainStatistics,
  { seedVersion, models, seedPublished }: OwnPart,
): DomainSeed {
  return {
    version: seedVersion,
    synthetic: true,
    models: (connection) => [
      ...(models?.(connection) ?? []),
      smugglingCaseModel(connection, domain),
      ...statisticModels(connection),
    ],
    fill: async (options) => {
      await seedPublished?.(options.connection);
      await seedSyntheticCases(domain, statistics, options);
    },
  };
}
