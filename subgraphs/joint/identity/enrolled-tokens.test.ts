import { enrolledTokens, type KnownPerson, PADDED_TO, subjectOf } from './enrolled-tokens';
import { probeTokens, TOKEN } from './probe-tokens';
import { syntheticPairKey } from './synthetic-keys';
import { syntheticTraveller } from './synthetic-traveller';

const OPEN = { minor: false, victim: false, claimant: false, claimedNationalities: [] };
const person = (changes: Partial<KnownPerson> = {}): KnownPerson => ({
  ...syntheticTraveller('PAN', 1),
  ...OPEN,
  nationality: 'VEN',
  habitualResidence: 'VEN',
  ...changes,
});
const contribution = (asking: string) => ({
  owner: 'PAN',
  asking,
  pairKey: syntheticPairKey('PAN', asking),
  ownerKey: new Uint8Array(32).fill(3),
  dataset: 'SYNTHETIC-test',
  expiresAt: 1,
});
const towards = (asking: string, people: readonly KnownPerson[]) => enrolledTokens(people, contribution(asking));
const probeOf = (asking: string, target: KnownPerson) =>
  probeTokens(target, { asking, asked: 'PAN', key: syntheticPairKey(asking, 'PAN') });

describe('what an owner enrols', () => {
  it('answers the tokens that the other party makes of the same person', () => {
    const rows = towards('USA', [person()]);
    const enrolled = rows.filter(({ _id }) => probeOf('USA', person()).includes(_id));
    expect(enrolled.map(({ subject }) => subject)).toEqual(Array(2).fill(subjectOf(person().id, contribution('USA'))));
  });

  it('holds nothing of the person', () => {
    const { familyName, givenNames, documentNumber, birthDate, id } = person();
    const text = JSON.stringify(towards('USA', [person()]));
    for (const value of [familyName, givenNames, documentNumber, birthDate, id]) expect(text).not.toContain(value);
    expect(Object.keys(towards('USA', [person()])[0] as object).sort()).toEqual(
      ['_id', 'asking', 'contributedBy', 'dataset', 'expiresAt', 'subject'].sort(),
    );
  });

  it('cannot be matched between two parties that ask, nor in the other direction', () => {
    const sets = [towards('USA', [person()]), towards('COL', [person()])].map((rows) => ({
      tokens: rows.map(({ _id }) => _id),
      subjects: rows.map(({ subject }) => subject),
    }));
    const [usa, col] = sets as [(typeof sets)[0], (typeof sets)[0]];
    expect(usa.tokens.filter((token) => col.tokens.includes(token))).toEqual([]);
    expect(usa.subjects.filter((subject) => col.subjects.includes(subject))).toEqual([]);
    const back = probeTokens(person(), { asking: 'PAN', asked: 'USA', key: syntheticPairKey('USA', 'PAN') });
    expect(usa.tokens.filter((token) => back.includes(token))).toEqual([]);
  });

  it.each<[string, Partial<KnownPerson>]>([
    ['a child', { minor: true }],
    ['a victim', { victim: true }],
    ['a claimant', { claimant: true }],
    ['somebody of whom that is not known', { claimant: null }],
    ['a national of the party', { nationality: 'USA' }],
    ['who says to be one', { claimedNationalities: ['USA'] }],
    ['who lived there', { habitualResidence: 'USA' }],
    ['whose nationality is not known', { nationality: null }],
  ])('is, byte for byte, the same with and without %s', (_, excluded) => {
    const others = [person({ id: 'SYNTHETIC-other', documentNumber: 'SA7654321', familyName: 'SYNTHETIC BACO' })];
    expect(towards('USA', [...others, person(excluded)])).toEqual(towards('USA', others));
  });

  it('holds a token once that two people share, under one reference whoever comes first', () => {
    const namesakes = ['one', 'other'].map((id) => person({ id, documentNumber: `SA765432${id.length}` }));
    const subjects = namesakes.map(({ id }) => subjectOf(id, contribution('USA')));
    const rows = towards('USA', namesakes);
    const [, biographic] = probeOf('USA', person());
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(rows.length);
    expect(rows.filter(({ _id }) => _id === biographic).map(({ subject }) => subject)).toEqual([subjects.sort()[0]]);
    expect(rows.filter(({ subject }) => subjects.includes(subject))).toHaveLength(3);
    expect(towards('USA', namesakes.toReversed())).toEqual(rows);
  });

  it('is filled up, so that its size does not tell whom it leaves out', () => {
    expect(towards('USA', [])).toHaveLength(PADDED_TO);
    expect(towards('USA', [person()])).toHaveLength(PADDED_TO);
    for (const { _id, subject } of towards('USA', [person()])) {
      expect(_id).toMatch(TOKEN);
      expect(subject).toMatch(/^[\w-]{24}$/);
    }
  });
});

it('an empty token stands where an attribute is missing, another one each time', () => {
  const { documentNumber, issuingState } = person();
  const direction = { asking: 'USA', asked: 'PAN', key: syntheticPairKey('USA', 'PAN') };
  const [one, other] = [1, 2].map(() => probeTokens({ documentNumber, issuingState }, direction));
  expect(one?.[0]).toBe(other?.[0]);
  expect(one?.[1]).not.toBe(other?.[1]);
  expect(one?.[1]).toMatch(TOKEN);
});

it('no two synthetic travellers of an owner have one document number, so many as there may be', () => {
  const numbers = Array.from({ length: 30_000 }, (_, number) => syntheticTraveller('PAN', number).documentNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers.slice(0, 100)) expect(number).toMatch(/^S[ABC]\d{7}$/);
});
