import { SeededRandom } from '../domain/seeded-random';
import type { SeedOptions } from '../domain/subgraph-definition';
import type { CaseDomain } from './case-domain';
import { caseFigureModel } from './case-figure.model';
import { corridorFigureModel } from './corridor-figure.model';
import { personFigureModel } from './person-figure.model';
import { CorridorRollUp } from './roll-up-corridors';
import { NationalityRollUp } from './roll-up-nationalities';
import { PersonRollUp } from './roll-up-persons';
import { smugglingCaseModel } from './smuggling-case.model';
import { syntheticCase } from './synthetic-case';

const BATCH = 2_000;

/** Writes an owner's synthetic cases, a batch at a time, then the figures. */
export async function seedSyntheticCases(
  domain: CaseDomain,
  { connection, scale, progress }: SeedOptions,
): Promise<void> {
  const { mix, dataset } = domain;
  const total = Math.round(mix.casesAtScale1 * scale);
  const random = new SeededRandom(mix.seed);
  const [nationalities, persons, corridors] = [
    new NationalityRollUp(dataset),
    new PersonRollUp(dataset),
    new CorridorRollUp(dataset),
  ];
  for (let start = 0; start < total; start += BATCH) {
    const length = Math.min(BATCH, total - start);
    const batch = Array.from({ length }, (_, offset) => syntheticCase(random, domain, start + offset + 1));
    for (const row of batch) for (const rollUp of [nationalities, persons, corridors]) rollUp.add(row);
    await smugglingCaseModel(connection, domain).insertMany(batch, { lean: true });
    progress(start + length, total);
  }
  await caseFigureModel(connection, domain).insertMany(nationalities.rows(), { lean: true });
  await personFigureModel(connection, domain).insertMany(persons.rows(), { lean: true });
  await corridorFigureModel(connection, domain).insertMany(corridors.rows(), { lean: true });
}
