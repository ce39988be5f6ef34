import fc from 'fast-check';
import { TEST_NOW, testIdKey } from '../testing/serve-context';
import { OpaqueIds } from './opaque-ids';

const SCOPE = { party: 'COL', purpose: 'STATISTICS', now: TEST_NOW, agreementOf: () => 'PAN:BORDER' };
const ids = new OpaqueIds(testIdKey(), SCOPE);
const sealed = ids.seal('Permit', 'permit-1');

describe('OpaqueIds', () => {
  it('opens what it sealed, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (internal) => {
        expect(ids.open('Permit', ids.seal('Permit', internal))).toBe(internal);
      }),
    );
  });

  it('gives the same id the same form, in the alphabet of keys', () => {
    expect(ids.seal('Permit', 'permit-1')).toBe(sealed);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('permit');
  });

  it.each([
    ['party', new OpaqueIds(testIdKey(), { ...SCOPE, party: 'USA' }), 'Permit'],
    ['purpose', new OpaqueIds(testIdKey(), { ...SCOPE, purpose: 'AUDIT' }), 'Permit'],
    ['agreement', new OpaqueIds(testIdKey(), { ...SCOPE, agreementOf: () => 'PAN:CHILDREN' }), 'Permit'],
    ['agreement, where none is needed', new OpaqueIds(testIdKey(), { ...SCOPE, agreementOf: () => '' }), 'Permit'],
    ['quarter', new OpaqueIds(testIdKey(), { ...SCOPE, now: new Date('2026-04-01T00:00:00Z') }), 'Permit'],
    ['year', new OpaqueIds(testIdKey(), { ...SCOPE, now: new Date('2027-01-15T00:00:00Z') }), 'Permit'],
    ['owner key', new OpaqueIds(testIdKey(8), SCOPE), 'Permit'],
    ['type', ids, 'Case'],
  ])('another %s neither opens it nor has the same form', (_, others, type) => {
    expect(others.open(type, sealed)).toBeNull();
    expect(others.seal(type, 'permit-1')).not.toBe(sealed);
  });

  it.each([`${'x'}!`, '\n', '=', '+'])(
    'has one text: a sign that the decoder overlooks (%j) makes it another',
    (sign) => {
      expect(ids.open('Permit', `${sealed}${sign}`)).toBeNull();
    },
  );

  it('does not tell how long the raw text is', () => {
    expect(ids.seal('Permit', 'p').length).toBe(ids.seal('Permit', 'p'.repeat(32)).length);
    expect(ids.open('Permit', ids.seal('Permit', 'p'.repeat(33)))).toBe('p'.repeat(33));
  });

  it('holds to the last moment of its quarter', () => {
    const until = new OpaqueIds(testIdKey(), { ...SCOPE, now: new Date('2026-03-31T23:59:59.999Z') });
    expect(until.open('Permit', sealed)).toBe('permit-1');
  });

  it('is bound to the agreement under which the rows of its type are got, a cursor of them too', () => {
    const byType = new OpaqueIds(testIdKey(), { ...SCOPE, agreementOf: (type) => `OF-${type}` });
    const permit = byType.seal('Permit', 'permit-1');
    expect(byType.open('Permit', permit)).toBe('permit-1');
    expect(byType.open('Permit', permit, 'OF-Permit')).toBe('permit-1');
    expect(byType.open('Permit', permit, 'OF-Case')).toBeNull();
    expect(byType.seal('Permit', 'permit-1', 'OF-Case')).not.toBe(permit);
    expect(byType.open('Permit.cursor', byType.seal('Permit.cursor', 'permit-1'), 'OF-Permit')).toBe('permit-1');
  });

  it('a type and a scope that look alike when joined are not the same', () => {
    const joined = new OpaqueIds(testIdKey(), { ...SCOPE, party: 'Permit|COL' });
    expect(joined.open('', sealed)).toBeNull();
  });

  it('does not open what was tampered with', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(sealed, 'base64url');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] as number) ^ change;
        expect(ids.open('Permit', bytes.toString('base64url'))).toBeNull();
      }),
    );
  });

  it.each(['', 'x', 'permit-1', '!!!', 'A'.repeat(22), sealed.slice(0, -4), `${sealed}AAAA`])(
    'does not open %j',
    (text) => {
      expect(ids.open('Permit', text)).toBeNull();
    },
  );
});
