import { loadContract } from '@pasarela/schema/contract';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { requireMeant } from './require-meant';

const documents = [{ name: 'agreements/border.pan.yaml', text: 'agreement: BORDER\n' }];
const { labels } = loadContract();
const PART = makePart({ owner: 'PAN', number: 4, issuedAt: '2026-01-15T12:00:00Z', documents, labels });
const check = (changes: Partial<OwnerPart>) => {
  return () => requireMeant(JSON.stringify({ ...PART, ...changes }), 'PAN', documents);
};

describe('requireMeant', () => {
  it('lets pass what the files say, under any number', () => {
    expect(check({ number: 9, issuedAt: '2026-01-16T12:00:00Z' })).not.toThrow();
  });

  it.each<[string, Partial<OwnerPart>]>([
    ['a text is another', { documents: [{ ...documents[0], text: 'agreement: WIDER\n' } as never] }],
    ['there is one more', { documents: [...documents, { name: 'agreements/more.pan.yaml', text: '' }] }],
    ['it is of another owner', { owner: 'ALL' }],
    ['a field is labelled otherwise', { labels: { ...PART.labels, 'CrossingRecord.sex': 'PUBLIC other' } }],
    ['it holds for longer', { maxStalenessSeconds: 86_400 }],
    ['it is no part', { format: 'another' as never }],
  ])('refuses to sign when %s', (_, changes) => {
    expect(check(changes)).toThrow('nothing is signed');
  });
});
