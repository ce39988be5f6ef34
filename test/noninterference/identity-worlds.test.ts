import type { SyntheticTraveller } from '@pasarela/joint-identity/synthetic-traveller';
import { seenWorlds, TARGET } from './identity-worlds';

jest.setTimeout(120_000);

/** Panama knows somebody whom the United States may not find, or does not: nobody can tell which of the two it is. */
describe('whom a party may not find changes nothing that anybody sees', () => {
  it.each<[string, Partial<SyntheticTraveller>]>([
    ['a child', { minor: true }],
    ['a victim', { victim: true }],
    ['who claimed protection', { claimant: true }],
    ['its own national', { nationality: 'USA' }],
    ['who says to be one', { claimedNationalities: ['USA'] }],
    ['who lived there', { habitualResidence: 'USA' }],
  ])('%s: the same replies, inboxes, statistics, refusals and sizes of evidence', async (_, excluded) => {
    const [without, withPerson] = await seenWorlds({ ...TARGET, ...excluded });
    expect(withPerson.answers).toEqual(without.answers);
    expect(withPerson.evidence).toEqual(without.evidence);
    expect(without.answers.filter((text) => text.includes('NO_HIT')).length).toBeGreaterThan(2);
    expect(without.answers.filter((text) => text.includes('"IS_HIT","hit"')).length).toBe(1);
  });

  it('and somebody whom it may find does, in what it is told to be told', async () => {
    const [without, withPerson] = await seenWorlds(TARGET);
    const hits = (answers: readonly string[]) => answers.filter((text) => text.includes('"IS_HIT","hit"')).length;
    expect([hits(without.answers), hits(withPerson.answers)]).toEqual([1, 3]);
    // Not even then do the replies differ in size.
    const replies = ({ answers }: typeof without) =>
      answers.filter((text) => text.includes('"data":{"identityProbe"')).map(({ length }) => length);
    expect(replies(without)).toHaveLength(4);
    expect(replies(withPerson)).toEqual(replies(without));
  });
});
