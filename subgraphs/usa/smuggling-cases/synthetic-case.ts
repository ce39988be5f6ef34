import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { CasePersonRole } from './case-person-role';
import type { CasePersonRow } from './case-person-row';
import {
  AGENCIES,
  CORRIDORS,
  DEPARTMENTS,
  HANDLING_WEIGHTS,
  INFORMATION_WEIGHTS,
  NATIONALITY_WEIGHTS,
  OFFENCE_WEIGHTS,
  SOURCE_WEIGHTS,
  STATUS_WEIGHTS,
  TRAFFIC_LIGHT_WEIGHTS,
} from './case-weights';
import { type IccsCode, SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS } from './iccs-codes';
import type { CaseEventRow, CorridorRow, NetworkRow, SmugglingCaseRow } from './smuggling-case.model';
import { CorridorMode } from './smuggling-corridor';
import { NetworkKind } from './smuggling-network';
import { syntheticCourse } from './synthetic-case-course';
import { syntheticCasePerson } from './synthetic-case-person';
import { SYNTHETIC_CASES } from './synthetic-dataset';

/** How many networks the synthetic cases name in all. */
const NETWORKS = 40;

/** Draws one case with its persons and networks. */
export function syntheticCase(random: SeededRandom, index: number): SmugglingCaseRow {
  const number = String(index).padStart(6, '0');
  const iccsCodes = random.weighted(OFFENCE_WEIGHTS);
  const status = random.weighted(STATUS_WEIGHTS);
  const history = syntheticCourse(random, status);
  const openedOn = (history[0] as CaseEventRow).on;
  const leadAgency = random.pick(AGENCIES);
  return {
    _id: scatteredId('case', number),
    dataset: SYNTHETIC_CASES,
    caseNumber: `SYNTHETIC-USA-${number}`,
    iccsCodes,
    status,
    openedOn,
    openedMonth: openedOn.slice(0, 7),
    corridor: corridor(random),
    leadAgency,
    handlingCode: random.weighted(HANDLING_WEIGHTS),
    sourceGrade: random.weighted(SOURCE_WEIGHTS),
    informationGrade: random.weighted(INFORMATION_WEIGHTS),
    tlp: random.weighted(TRAFFIC_LIGHT_WEIGHTS),
    originator: DEPARTMENTS[leadAgency],
    sourceIdentity: `SYNTHETIC Source ${number}`,
    narrative: `SYNTHETIC narrative ${number}`,
    history,
    persons: personsOf(random, { number, iccsCodes, openedOn }),
    networks: networks(random),
  };
}

function corridor(random: SeededRandom): CorridorRow {
  const [from, ends] = random.pick(CORRIDORS);
  return { from, to: random.pick<string>(ends), mode: random.pick(Object.values(CorridorMode)) };
}

function personsOf(
  random: SeededRandom,
  { number, iccsCodes, openedOn }: { number: string; iccsCodes: readonly IccsCode[]; openedOn: string },
): CasePersonRow[] {
  const nationality = random.weighted(NATIONALITY_WEIGHTS);
  return rolesIn(iccsCodes, random).map((role, index) =>
    syntheticCasePerson(random, {
      number: `${number}-${String(index + 1).padStart(2, '0')}`,
      role,
      nationality,
      openedOn,
    }),
  );
}

// A case of trafficking has victims, a case of smuggling has smuggled migrants, and neither stands for the other.
function rolesIn(iccsCodes: readonly IccsCode[], random: SeededRandom): CasePersonRole[] {
  const several = (role: CasePersonRole, least: number, most: number) =>
    new Array<CasePersonRole>(random.integer(least, most)).fill(role);
  return [
    ...several(CasePersonRole.SUSPECT, 1, 3),
    ...(iccsCodes.includes(SMUGGLING_OF_MIGRANTS) ? several(CasePersonRole.SMUGGLED_MIGRANT, 2, 10) : []),
    ...(iccsCodes.includes(TRAFFICKING_IN_PERSONS) ? several(CasePersonRole.TRAFFICKING_VICTIM, 1, 4) : []),
    ...several(CasePersonRole.WITNESS, 0, 1),
  ];
}

function networks(random: SeededRandom): NetworkRow[] {
  const numbers = new Set(Array.from({ length: random.integer(0, 2) }, () => random.integer(1, NETWORKS)));
  return [...numbers].map(network);
}

// One network is the same in every case that names it.
function network(number: number): NetworkRow {
  const kinds = Object.values(NetworkKind);
  const padded = String(number).padStart(3, '0');
  return {
    dataset: SYNTHETIC_CASES,
    code: `SYNTHETIC-NET-${padded}`,
    name: `SYNTHETIC Network ${padded}`,
    kind: kinds[number % kinds.length] as NetworkKind,
  };
}
