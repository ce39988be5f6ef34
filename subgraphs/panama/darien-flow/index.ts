import { nationalityReference, placeReference } from '@pasarela/serve/domain/code-list-references';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { evidenceResolver } from '@pasarela/serve/oversight/evidence-resolver';
import { rightsResolvers } from '@pasarela/serve/rights/rights-resolvers';
import { ControlPostResolver } from './control-post.resolver';
import { CrossingRecordResolver } from './crossing-record.resolver';
import { DarienFlowPeriod } from './darien-flow-period';
import { resolveDarienFlowPeriod, resolveDarienReconciliation } from './darien-flow-period.reference';
import { DarienFlowPeriodResolver } from './darien-flow-period.resolver';
import {
  DarienReconciliationResolver,
  MonthlyReconciliationResolver,
  YearlyReconciliationResolver,
} from './darien-reconciliation.resolver';
import { darienFlowRights } from './data-subject-rights';
import { MonthlyCrossingsResolver } from './monthly-crossings.resolver';
import { nationalityOf } from './nationality';
import { NationalityResolver } from './nationality.resolver';
import { placeOf } from './place';
import { PlaceResolver } from './place.resolver';
import { ReceptionStationResolver } from './reception-station.resolver';
import { ReviseMonthlyCrossingsResolver } from './revise-monthly-crossings.resolver';
import { seed } from './seed';
import { SexAgeCrossingsResolver } from './sex-age-crossings.resolver';
import { TopNationalitiesResolver } from './top-nationalities.resolver';
import { YearlyCrossingsResolver } from './yearly-crossings.resolver';

/** Panama's counts of the flow through the Darién, and the synthetic records behind its station work. */
export const panamaDarienFlow: SubgraphDefinition = {
  name: 'panama-darien-flow',
  party: 'PAN',
  resolvers: [
    YearlyCrossingsResolver,
    MonthlyCrossingsResolver,
    ReviseMonthlyCrossingsResolver,
    TopNationalitiesResolver,
    SexAgeCrossingsResolver,
    NationalityResolver,
    PlaceResolver,
    ReceptionStationResolver,
    DarienFlowPeriodResolver,
    DarienReconciliationResolver,
    MonthlyReconciliationResolver,
    YearlyReconciliationResolver,
    CrossingRecordResolver,
    ControlPostResolver,
    evidenceResolver({ domain: 'panamaDarienFlow', owner: 'PAN' }),
    ...rightsResolvers(darienFlowRights),
  ],
  orphanedTypes: [DarienFlowPeriod],
  references: {
    Nationality: nationalityReference(nationalityOf),
    Place: placeReference(placeOf),
    DarienFlowPeriod: resolveDarienFlowPeriod,
    DarienReconciliation: resolveDarienReconciliation,
  },
  seed,
  rights: darienFlowRights,
};
