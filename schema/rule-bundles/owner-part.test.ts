import { partOf } from '../testing/rule-parties';
import { ownerPart } from './owner-part';

const PART = partOf('PAN', 1);
const named = (...names: string[]) => ({ documents: names.map((name) => ({ name, text: '' })) });
const holding = (text: string) => ({ documents: [{ name: 'agreements/a.yaml', text }] });
const isPart = (changes: object) => ownerPart.safeParse({ ...PART, ...changes }).success;

describe('ownerPart', () => {
  it.each([
    'agreements/border-management.pan.yaml',
    'guardrails/children.yaml',
    'parties/pan.yaml',
    'revocations/2026-01.yaml',
  ])('takes a document named %s', (name) => {
    expect(isPart(named(name))).toBe(true);
  });

  it.each([
    '../agreements/a.yaml',
    'agreements/../a.yaml',
    'agreements/..yaml',
    'agreements/.hidden.yaml',
    'agreements//a.yaml',
    'agreements/sub/a.yaml',
    'agreements\\a.yaml',
    '/agreements/a.yaml',
    'agreements/a.yaml\n',
    'agreements/a\u0000.yaml',
    'agreements/%2e%2e.yaml',
    'agreements/A.yaml',
    'agreements/a.yml',
    'identity/a.yaml',
    `agreements/${'a'.repeat(200)}.yaml`,
    'a.yaml',
    '',
  ])('refuses a document named %j', (name) => {
    expect(isPart(named(name))).toBe(false);
  });

  it.each([
    ['another form', { format: 'pasarela-rules-2' }],
    ['an owner in small letters', { owner: 'pan' }],
    ['an owner that is an object', { owner: '__proto__' }],
    ['no number', { number: undefined }],
    ['number 0', { number: 0 }],
    ['a negative number', { number: -1 }],
    ['a broken number', { number: 1.5 }],
    ['a number that cannot be counted on from', { number: 2 ** 53 }],
    ['a number in letters', { number: '1' }],
    ['no instant', { issuedAt: 'yesterday' }],
    ['a local time', { issuedAt: '2026-01-15T12:00:00' }],
    ['staleness of less than a minute', { maxStalenessSeconds: 59 }],
    ['staleness of more than a day', { maxStalenessSeconds: 86_401 }],
    ['labels that are no texts', { labels: { 'Person.name': 1 } }],
    ['one name twice', named('agreements/a.yaml', 'agreements/a.yaml')],
    ['something more', { rules: [] }],
  ])('refuses %s', (_, changes) => {
    expect(isPart(changes)).toBe(false);
  });

  it.each([
    ['the shortest staleness', { maxStalenessSeconds: 60 }],
    ['the longest staleness', { maxStalenessSeconds: 86_400 }],
    ['an owner without any document', { documents: [] }],
    ['500 documents', named(...Array.from({ length: 500 }, (_, index) => `agreements/a${index}.yaml`))],
    ['a document of 256 KB', holding('a'.repeat(256 * 1024))],
  ])('takes %s', (_, changes) => {
    expect(isPart(changes)).toBe(true);
  });

  it.each([
    ['501 documents', named(...Array.from({ length: 501 }, (_, index) => `agreements/a${index}.yaml`))],
    ['a document of a byte more than 256 KB', holding('a'.repeat(256 * 1024 + 1))],
    ['a document whose few letters are many bytes', holding('ñ'.repeat(128 * 1024 + 1))],
    [
      'more labels than fields can be',
      { labels: Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [i, ''])) },
    ],
  ])('refuses %s', (_, changes) => {
    expect(isPart(changes)).toBe(false);
  });
});
