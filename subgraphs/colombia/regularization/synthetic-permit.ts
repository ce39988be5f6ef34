import { PLACES } from '@pasarela/schema/codes/places';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { groupedBy } from './grouped-by';
import { GuardianRelation } from './guardian-link';
import type { GuardianLinkRow, PermitRow, StageChangeRow } from './permit.model';
import type { PopulationCell, PopulationWeights } from './permit-calibration';
import { PermitStage } from './permit-stage';
import { syntheticHistory } from './synthetic-history';
import { syntheticHolder } from './synthetic-holder';
import { syntheticIntegration } from './synthetic-integration';

/** The name that every synthetic permit carries. */
export const SYNTHETIC_PERMITS = 'SYNTHETIC permits (PPT)';

/** Children's guardians may apply if the child held its permit on this day (Decreto 1209 de 2024). */
const GUARDIAN_CUT_OFF = '2023-12-31';
/** Shares that nobody publishes: invented. */
const GUARDIAN_LINK_SHARE = 0.1;
const KNOWN_MUNICIPALITY_SHARE = 0.4;
const CHILD_BANDS: readonly string[] = ['0-4', '5-11', '12-17'];

const MUNICIPALITIES: ReadonlyMap<string, string[]> = new Map(
  [...groupedBy([...PLACES.values()].filter(isMunicipality), (place) => place.firstAdministrativeLevel)].map(
    ([department, places]) => [department, places.map(({ code }) => code)],
  ),
);

function isMunicipality({ country, kind }: { country: string; kind: string }): boolean {
  return country === 'COL' && kind.startsWith('municipality');
}

/** The sources of chance: what was drawn before integration was asked stays as it was drawn. */
export interface PermitChances {
  readonly permit: SeededRandom;
  readonly integration: SeededRandom;
}

/** Draws one permit: department, sex and age by the published population, stages by the published funnel. */
export function syntheticPermit(chances: PermitChances, index: number, population: PopulationWeights): PermitRow {
  const { permit: random } = chances;
  const number = String(index).padStart(7, '0');
  const department = random.weighted(population.departments);
  const cell = random.weighted(population.cells.get(department) ?? []);
  const history = syntheticHistory(random);
  const registeredOn = (history.stageHistory[0] as StageChangeRow).on;
  return {
    _id: scatteredId('permit', number),
    dataset: SYNTHETIC_PERMITS,
    ...history,
    registeredOn,
    registeredMonth: registeredOn.slice(0, 7),
    department,
    municipality: municipalityIn(department, random),
    holder: syntheticHolder(random, {
      number,
      cell,
      registeredOn,
      integration: syntheticIntegration(chances.integration, { ageBand: cell.ageBand, registeredOn }),
    }),
    guardianLink:
      mayHaveGuardian(cell, history.stageHistory) && random.chance(GUARDIAN_LINK_SHARE)
        ? guardianLink(number, random)
        : null,
  };
}

function municipalityIn(department: string, random: SeededRandom): string | null {
  const municipalities = MUNICIPALITIES.get(department);
  return municipalities && random.chance(KNOWN_MUNICIPALITY_SHARE) ? random.pick(municipalities) : null;
}

function mayHaveGuardian({ ageBand }: PopulationCell, history: readonly StageChangeRow[]): boolean {
  const held = history.find(({ stage }) => stage === PermitStage.DELIVERED);
  return CHILD_BANDS.includes(ageBand) && held !== undefined && held.on <= GUARDIAN_CUT_OFF;
}

function guardianLink(number: string, random: SeededRandom): GuardianLinkRow {
  return {
    guardianPermit: `SYNTHETIC-PEP-TUTOR-${number}`,
    relation: random.pick(Object.values(GuardianRelation)),
    program: 'PEP-TUTOR',
  };
}
