import fc from 'fast-check';
import { parse } from 'yaml';
import {
  isRevokedIn,
  isWhollyRevokedIn,
  type NamedText,
  type RevokedThing,
  withoutRevocation,
  withRevocation,
} from './change-revocations';
import { revocationFile } from './revocation-file';

const NAME = 'revocations/pan.yaml';
const OTHER = { name: 'agreements/border.pan.yaml', text: '# a comment\nagreement: BORDER\n' };
const textIn = (documents: readonly NamedText[]) => documents.find(({ name }) => name === NAME)?.text ?? '';

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const thing: fc.Arbitrary<RevokedThing> = fc.oneof(
  fc.record({ person: fc.oneof(name, fc.string({ minLength: 1, maxLength: 20 })) }),
  fc.record({ issuer: fc.webUrl(), key: name }),
  fc.record({ agreement: name.map((text) => text.toUpperCase()) }),
);

describe('revocations in texts', () => {
  it('are added to a new file, and to one that is there with its comments', () => {
    const once = withRevocation([OTHER], 'PAN', { person: 'somebody' });
    expect(once).toEqual([
      OTHER,
      { name: NAME, text: 'revocations: PAN-REVOCATIONS\nowner: PAN\npersons:\n  - person: somebody\n' },
    ]);
    const commented = once.map((one) => (one.name === NAME ? { ...one, text: `# ours\n${one.text}` } : one));
    const twice = textIn(withRevocation(commented, 'PAN', { person: 'else', tokensBefore: '2026-01-15T10:00:00Z' }));
    expect(twice).toContain('# ours');
    expect(parse(twice).persons).toEqual([
      { person: 'somebody' },
      { person: 'else', tokensBefore: '2026-01-15T10:00:00Z' },
    ]);
  });

  it('of the tokens of before an instant leave the person to be revoked', () => {
    const stolen = withRevocation([OTHER], 'PAN', { person: 'somebody', tokensBefore: '2026-01-15T10:00:00Z' });
    const { length } = stolen.filter((one) => isRevokedIn([one], { person: 'somebody' }));
    expect([length, isWhollyRevokedIn(stolen, { person: 'somebody' })]).toEqual([1, false]);
    const gone = withRevocation(stolen, 'PAN', { person: 'somebody' });
    expect(isWhollyRevokedIn(gone, { person: 'somebody' })).toBe(true);
    expect(isWhollyRevokedIn(gone, { person: 'else' })).toBe(false);
  });

  it('that were added are found, fit the form of their file, and are gone when they are taken back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(thing, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) }),
        (things) => {
          const documents = things.reduce<NamedText[]>((texts, one) => withRevocation(texts, 'PAN', one), [OTHER]);
          expect(revocationFile.safeParse(parse(textIn(documents))).success).toBe(true);
          for (const one of things) expect(isRevokedIn(documents, one)).toBe(true);
          const [first, ...others] = things as [RevokedThing, ...RevokedThing[]];
          const without = withoutRevocation(documents, first);
          expect(isRevokedIn(without, first)).toBe(false);
          for (const one of others) expect(isRevokedIn(without, one)).toBe(true);
          expect(things.reduce<NamedText[]>(withoutRevocation, documents)).toEqual([OTHER]);
        },
      ),
    );
  });
});
