import type { SeededRandom } from '../domain/seeded-random';
import { Sex } from '../domain/sex';
import { daysAfter } from './calendar-days';
import type { CaseDomain } from './case-domain';
import { CasePersonRole, VictimConfirmation } from './case-person-role';
import type { CasePersonRow, ConfirmationChangeRow } from './case-person-row';
import { NATIONALITY_WEIGHTS } from './case-weights';

/** Shares that nobody publishes: invented. Minors were 113,180 of 520,085 in the flow of 2023. */
const CHILD_SHARE = 113_180 / 520_085;
const SAME_NATIONALITY_SHARE = 0.8;
const OTHER_CLAIM_SHARE = 0.1;
const CONFIRMED_SHARE = 0.4;
const ASYLUM_CLAIM_SHARE = 0.2;
const MEDICAL_NOTES_SHARE = 0.15;

/** What a person of a synthetic case is drawn by. */
export interface PersonDraft {
  readonly domain: CaseDomain;
  /** Case number and the person's place in it: unique. */
  readonly number: string;
  readonly role: CasePersonRole;
  /** The nationality that most persons of the case share. */
  readonly nationality: string;
  readonly openedOn: string;
}

/** Draws one person of a case. Every text begins with SYNTHETIC; no value is a real person's. */
export function syntheticCasePerson(random: SeededRandom, draft: PersonDraft): CasePersonRow {
  const { domain, role, openedOn } = draft;
  const number = `${domain.party}-${draft.number}`;
  const nationality = nationalityFor(draft, random);
  const isVictim = role === CasePersonRole.TRAFFICKING_VICTIM;
  const stateHistory = isVictim ? confirmations(openedOn, random) : [];
  return {
    dataset: domain.dataset,
    pseudonym: `SYNTHETIC-PERSON-${number}`,
    role,
    confirmation: stateHistory.at(-1)?.confirmation ?? null,
    stateHistory,
    nationality,
    claimedNationalities: claims(nationality, random),
    habitualResidence: nationality,
    sex: random.pick([Sex.FEMALE, Sex.MALE]),
    ...age(draft, random),
    fullName: `SYNTHETIC Person ${number}`,
    documentNumber: `SYNTHETIC-DOC-${number}`,
    asylumClaim: role !== CasePersonRole.SUSPECT && random.chance(ASYLUM_CLAIM_SHARE),
    medicalNotes: random.chance(MEDICAL_NOTES_SHARE) ? `SYNTHETIC medical note ${number}` : null,
    statement: `SYNTHETIC statement ${number}`,
    ...domain.mix.ownOfPerson?.(random, { isVictim }),
  };
}

function nationalityFor({ domain, role, nationality }: PersonDraft, random: SeededRandom): string {
  if (role === CasePersonRole.SUSPECT) return random.pick(domain.mix.suspectNationalities);
  return random.chance(SAME_NATIONALITY_SHARE) ? nationality : random.weighted(NATIONALITY_WEIGHTS);
}

function claims(nationality: string, random: SeededRandom): string[] {
  const other = random.weighted(NATIONALITY_WEIGHTS);
  return random.chance(OTHER_CLAIM_SHARE) && other !== nationality ? [nationality, other] : [nationality];
}

function confirmations(openedOn: string, random: SeededRandom): ConfirmationChangeRow[] {
  const preliminaryOn = daysAfter(openedOn, random.integer(0, 90));
  const preliminary = { confirmation: VictimConfirmation.PRELIMINARY, on: preliminaryOn };
  if (!random.chance(CONFIRMED_SHARE)) return [preliminary];
  return [
    preliminary,
    { confirmation: VictimConfirmation.CONFIRMED, on: daysAfter(preliminaryOn, random.integer(20, 200)) },
  ];
}

function age({ role, openedOn }: PersonDraft, random: SeededRandom): Pick<CasePersonRow, 'birthDate' | 'minor'> {
  const isChild = role !== CasePersonRole.SUSPECT && random.chance(CHILD_SHARE);
  const years = isChild ? random.integer(0, 17) : random.integer(18, 60);
  return { birthDate: daysAfter(openedOn, -Math.ceil(years * 365.25) - random.integer(0, 363)), minor: years < 18 };
}
