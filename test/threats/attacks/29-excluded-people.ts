import { seenWorlds, TARGET } from '../../noninterference/identity-worlds';
import type { Attack } from '../attack';

async function childOrNobody(): Promise<void> {
  const [without, withChild] = await seenWorlds({ ...TARGET, minor: true });
  expect(without.answers.some((text) => text.includes('IS_HIT'))).toBe(true);
  expect(withChild).toEqual(without);
}

async function ownNationalOrNobody(): Promise<void> {
  const [without, withNational] = await seenWorlds({ ...TARGET, nationality: 'USA' });
  expect(withNational).toEqual(without);
}

/** The attacks of threat 29 on identity checks; `test/noninterference` compares more kinds of people. */
export const attacks: readonly Attack[] = [
  {
    number: 29,
    title: 'an identity check for a child is in every byte one for nobody',
    on: 'product',
    guards: ['enrolledPeople'],
    run: childOrNobody,
  },
  {
    number: 29,
    title: "an identity check for the asking country's own national is in every byte one for nobody",
    on: 'product',
    guards: ['enrolledPeople'],
    run: ownNationalOrNobody,
  },
];
