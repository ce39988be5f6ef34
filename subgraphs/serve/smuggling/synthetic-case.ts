import { scatteredId } from '../domain/scattered-id';
import type { SeededRandom } from '../domain/seeded-random';
import type { CaseDomain } from './case-domain';
import { CasePersonRole } from './case-person-role';
import type { CasePersonRow } from './case-person-row';
import {
  HANDLING_WEIGHTS,
  INFORMATION_WEIGHTS,
  NATIONALITY_WEIGHTS,
  SOURCE_WEIGHTS,
  STATUS_WEIGHTS,
  TRAFFIC_LIGHT_WEIGHTS,
} from './case-weights';
import { type IccsCode, SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS } from './iccs-codes';
import type { CaseEventRow, NetworkRow, SmugglingCaseRow } from './smuggling-case.model';
import { NetworkKind } from './smuggling-network';
import { syntheticCourse } from './synthetic-case-course';
import { syntheticCasePerson } from './synthetic-case-person';
import { syntheticRoutes } from './synthetic-routes';

/** How many networks the synthetic cases name in all. */
const NETWORKS = 40;

/** Draws one of an owner's cases with its persons and networks. */
export function syntheticCase(random: SeededRandom, domain: CaseDomain, index: number): SmugglingCaseRow {
  const { party, dataset, mix } = domain;
  const number = String(index).padStart(6, '0');
  const iccsCodes = random.weighted(mix.offences);
  const status = random.weighted(STATUS_WEIGHTS);
  const history = syntheticCourse(random, status);
  const openedOn = (history[0] as CaseEventRow).on;
  const agency = random.weighted(mix.agencies);
  return {
    _id: scatteredId(`case ${party}`, number),
    dataset,
    party,
    caseNumber: `SYNTHETIC-${party}-${number}`,
    iccsCodes,
    status,
    openedOn,
    openedMonth: openedOn.slice(0, 7),
    routes: syntheticRoutes(random, mix),
    leadAgency: agency.name,
    handlingCode: random.weighted(HANDLING_WEIGHTS),
    sourceGrade: random.weighted(SOURCE_WEIGHTS),
    informationGrade: random.weighted(INFORMATION_WEIGHTS),
    tlp: random.weighted(TRAFFIC_LIGHT_WEIGHTS),
    originator: agency.originator,
    sourceIdentity: `SYNTHETIC Source ${party} ${number}`,
    narrative: `SYNTHETIC narrative ${party} ${number}`,
    history,
    persons: personsOf(random, { domain, number, iccsCodes, openedOn }),
    networks: networks(random, domain),
  };
}

/** What the persons of a case are drawn by. */
interface CaseDraft {
  readonly domain: CaseDomain;
  readonly number: string;
  readonly iccsCodes: readonly IccsCode[];
  readonly openedOn: string;
}

function personsOf(random: SeededRandom, { domain, number, iccsCodes, openedOn }: CaseDraft): CasePersonRow[] {
  const nationality = random.weighted(NATIONALITY_WEIGHTS);
  return rolesIn(iccsCodes, random).map((role, index) =>
    syntheticCasePerson(random, {
      domain,
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

function networks(random: SeededRandom, domain: CaseDomain): NetworkRow[] {
  const numbers = new Set(Array.from({ length: random.integer(0, 2) }, () => random.integer(1, NETWORKS)));
  return [...numbers].map((number) => network(number, domain));
}

// One network is the same in every case of the owner that names it.
function network(number: number, { party, dataset }: CaseDomain): NetworkRow {
  const kinds = Object.values(NetworkKind);
  const padded = String(number).padStart(3, '0');
  return {
    dataset,
    code: `SYNTHETIC-${party}-NET-${padded}`,
    name: `SYNTHETIC Network ${party} ${padded}`,
    kind: kinds[number % kinds.length] as NetworkKind,
  };
}
