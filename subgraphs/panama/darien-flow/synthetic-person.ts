import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** Whether a person is an adult, a child with an adult, or a child alone. */
export type PersonKind = 'ADULT' | 'ACCOMPANIED_CHILD' | 'UNACCOMPANIED_CHILD';

/** 113,180 minors of 520,085 persons in 2023 (21.8 %), 4,476 unaccompanied or separated of 63,647 minors in 2024 (7 %). */
const MINORS = 113_180 / 520_085;
const UNACCOMPANIED = 4_476 / 63_647;

const NEEDS_OF_ADULTS = [
  'SM-CI',
  'SM-DP',
  'SM-MI',
  'WR-SF',
  'WR-LC',
  'ER-NF',
  'SP-PT',
  'DS-PM',
  'LP-ND',
  'LP-RR',
  'TR-PI',
  'SV-VF',
] as const;
const NEEDS_OF_CHILDREN = ['CR-NE', 'CR-SE', 'SM-MN', 'DS-PM', 'CR-TP'] as const;
const NOTES = [
  'Interview held in Spanish.',
  'Interview held with an interpreter.',
  'Document worn at the edge.',
  'Asked for water and a telephone.',
] as const;

/** Draws what kind of person comes next; the proportions are those of published totals. */
export function drawKind(random: SeededRandom): PersonKind {
  if (!random.chance(MINORS)) return 'ADULT';
  return random.chance(UNACCOMPANIED) ? 'UNACCOMPANIED_CHILD' : 'ACCOMPANIED_CHILD';
}

/** A date of birth that makes the person a minor or an adult on the day. */
export function drawBirthDate(kind: PersonKind, day: string, random: SeededRandom): string {
  const [least, most] = kind === 'ADULT' ? [18, 64] : kind === 'ACCOMPANIED_CHILD' ? [0, 16] : [5, 16];
  // One day more than the years of age, so that no one has a birthday on the day of the crossing.
  const daysOld = 1 + Math.ceil((random.integer(least, most) + random.integer(0, 364) / 365) * 365.25);
  return new Date(Date.parse(day) - daysOld * 86_400_000).toISOString().slice(0, 10);
}

/** Specific needs by UNHCR code; most people have none. */
export function drawNeeds(kind: PersonKind, random: SeededRandom): string[] {
  const needs = kind === 'UNACCOMPANIED_CHILD' ? [random.pick(['SC-UC', 'SC-SC'])] : [];
  if (random.chance(0.12)) needs.push(random.pick(kind === 'ADULT' ? NEEDS_OF_ADULTS : NEEDS_OF_CHILDREN));
  return needs;
}

/** What a synthetic officer wrote of one person in five. */
export function drawNotes(random: SeededRandom): string | null {
  return random.chance(0.2) ? `SYNTHETIC note: ${random.pick(NOTES)}` : null;
}
