import type { ValueKind } from '../labels/label';
import { CHAINS, levelAt, NONE, rankOf, topRank } from './levels';

const kinds = Object.keys(CHAINS) as ValueKind[];

describe('levels', () => {
  it.each<[ValueKind, string]>([
    ['date', 'none > year > month > full'],
    ['birthDate', 'none > ageBand > year > full'],
    ['place', 'none > firstAdministrativeLevel > exact'],
    ['identifier', 'none > pseudonym > raw'],
    ['count', 'none > rounded > exact'],
    ['mutation', 'none > allow'],
    ['other', 'none > full'],
  ])('%s has the chain %s', (kind, chain) => {
    expect(CHAINS[kind].join(' > ')).toBe(chain);
  });

  it.each(kinds)('%s: every level of the chain has its rank, and back', (kind) => {
    CHAINS[kind].forEach((level, rank) => {
      expect(rankOf(kind, level)).toBe(rank);
      expect(levelAt(kind, rank)).toBe(level);
    });
  });

  it.each(kinds)('%s: nothing is at the bottom, and full names the top', (kind) => {
    expect(rankOf(kind, NONE)).toBe(0);
    expect(rankOf(kind, 'full')).toBe(topRank(kind));
    expect(levelAt(kind, topRank(kind))).toBe(CHAINS[kind].at(-1));
  });

  it.each<[ValueKind, string]>([
    ['date', 'ageBand'],
    ['birthDate', 'month'],
    ['place', 'rounded'],
    ['identifier', 'exact'],
    ['count', 'pseudonym'],
    ['mutation', 'raw'],
    ['other', 'month'],
    ['date', 'FULL'],
    ['date', ''],
    ['date', 'constructor'],
  ])('%s: "%s" is off the chain', (kind, level) => {
    expect(rankOf(kind, level)).toBeUndefined();
  });

  it('a rank beyond the chain is nothing', () => {
    expect(levelAt('date', 9)).toBe(NONE);
    expect(levelAt('date', -1)).toBe(NONE);
  });
});
