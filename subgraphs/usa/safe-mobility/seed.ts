import type { DomainSeed, SeedOptions } from '@pasarela/serve/domain/subgraph-definition';
import { applicationYearModel, byYear, decisionYearModel } from './asylum-year.model';
import { officeModel } from './office.model';
import { publishedApplications, publishedDecisions } from './published-asylum';
import { publishedOffices } from './published-offices';
import { publishedSafeMobility } from './published-safe-mobility';
import { safeMobilityRowModel } from './safe-mobility-row.model';

/** Published figures only; the scale changes nothing. */
export const seed: DomainSeed = {
  version: '1',
  synthetic: false,
  models: (connection) => [
    officeModel(connection),
    safeMobilityRowModel(connection),
    applicationYearModel(connection),
    decisionYearModel(connection),
  ],
  fill: writeFigures,
};

async function writeFigures({ connection, progress }: SeedOptions): Promise<void> {
  const written = { ordered: false, lean: true } as const;
  const [offices, figures] = [publishedOffices(), publishedSafeMobility()];
  const [applications, decisions] = [byYear(publishedApplications()), byYear(publishedDecisions())];
  const total = offices.length + figures.length + applications.length + decisions.length;
  await officeModel(connection).insertMany(offices, written);
  await safeMobilityRowModel(connection).insertMany(figures, written);
  await applicationYearModel(connection).insertMany(applications, written);
  await decisionYearModel(connection).insertMany(decisions, written);
  progress(total, total);
}
