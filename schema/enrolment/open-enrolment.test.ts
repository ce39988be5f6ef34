import { thumbprintOf } from '../rule-bundles/root-keys';
import { signContent } from '../rule-bundles/sign';
import type { SignedType } from '../rule-bundles/signed';
import { enrolmentOf } from '../testing/enrolments';
import { partyOf } from '../testing/rule-parties';
import type { Enrolment } from './enrolment';
import { fingerprintOf, requireFingerprint } from './fingerprint';
import { openEnrolment } from './open-enrolment';
import { enrolmentFileText, signEnrolment } from './sign-enrolment';

const [BRA, OTHER] = [partyOf('BRA'), partyOf('BRA', 'another key')];

/** An enrolment file as somebody makes it, whatever it says. */
async function fileOf(content: unknown, { by = BRA, type = 'pasarela-enrolment+jws' as SignedType } = {}) {
  return JSON.stringify(await signContent(JSON.stringify(content), type, by.privateKey));
}
const codeOf = (file: string) =>
  openEnrolment(file).then(
    () => undefined,
    ({ code, message }: { code: string; message: string }) => {
      expect(message.split('\n')).toHaveLength(1);
      return code;
    },
  );

describe('an enrolment', () => {
  let right: Enrolment;
  beforeAll(async () => {
    right = await enrolmentOf(BRA);
  });

  it('is opened as it was signed, with one fingerprint', async () => {
    const signed = await signEnrolment(right, BRA.privateKey);
    const { enrolment, fingerprint } = await openEnrolment(enrolmentFileText(signed));
    expect(enrolment).toEqual(right);
    expect(fingerprint).toBe(fingerprintOf(signed));
    expect(fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is altered when anybody else signed it, or signed it as something else', async () => {
    expect(await codeOf(await fileOf(right))).toBeUndefined();
    expect(await codeOf(await fileOf(right, { by: OTHER }))).toBe('ENROLMENT_ALTERED');
    expect(await codeOf(await fileOf(right, { type: 'pasarela-rules+jws' }))).toBe('ENROLMENT_ALTERED');
    const { payload, signatures } = JSON.parse(await fileOf(right));
    const changed = Buffer.from(JSON.stringify({ ...right, contact: 'a thief' })).toString('base64url');
    expect(await codeOf(JSON.stringify({ payload: changed, signatures }))).toBe('ENROLMENT_ALTERED');
    const twice = JSON.stringify({ payload, signatures: [...signatures, ...signatures] });
    expect(await codeOf(twice)).toBe('ENROLMENT_ALTERED');
  });

  it.each<[string, (right: Enrolment) => unknown]>([
    ['another format', (one) => ({ ...one, format: 'pasarela-enrolment-2' })],
    ['a member more', (one) => ({ ...one, development: true })],
    ['the code of everybody', (one) => ({ ...one, party: 'ALL' })],
    ['no agency', (one) => ({ ...one, agencies: [] })],
    ['an agency twice', (one) => ({ ...one, agencies: [...one.agencies, ...one.agencies] })],
    ['a name that turns text around', (one) => ({ ...one, name: { ...one.name, en: 'Bra\u202ezil' } })],
    ['a contact that moves the cursor', (one) => ({ ...one, contact: 'a\u001b[2Jb' })],
    ['a name in another spelling', (one) => ({ ...one, contact: 'Poli\u0301cia' })],
    ['an issuer in plain text', (one) => ({ ...one, issuer: { ...one.issuer, issuer: 'http://identity.example/' } })],
    [
      'an issuer with a password',
      (one) => ({ ...one, issuer: { ...one.issuer, issuer: 'https://a:b@identity.example/' } }),
    ],
    ['no key of its issuer', (one) => ({ ...one, issuer: { ...one.issuer, keys: [] } })],
    ['a private key', (one) => ({ ...one, rootKey: { number: 1, key: BRA.privateKey } })],
    ['a second root key', (one) => ({ ...one, rootKey: { ...one.rootKey, number: 2 } })],
    ['a subgraph as a file', (one) => ({ ...one, subgraphs: [{ name: 'brazil-refuge', url: 'file:///etc/passwd' }] })],
    [
      'a key that is named wrongly',
      (one) => ({
        ...one,
        issuer: { ...one.issuer, keys: one.issuer.keys.map((key) => ({ ...key, kid: 'A'.repeat(43) })) },
      }),
    ],
  ])('with %s is unreadable', async (_, change) => {
    expect(await codeOf(await fileOf(change(right)))).toBe('ENROLMENT_UNREADABLE');
  });

  it('whose issuer signs with the root key is unreadable', async () => {
    const keys = [{ ...BRA.key, kid: await thumbprintOf(BRA.key) }];
    expect(await codeOf(await fileOf({ ...right, issuer: { ...right.issuer, keys } }))).toBe('ENROLMENT_UNREADABLE');
  });

  it.each(['', '{', '[]', '{"payload":"AAAA"}', 'x'.repeat(300_000)])('is not %.20j', async (text) => {
    expect(await codeOf(text)).toBe('ENROLMENT_UNREADABLE');
  });
});

describe('a fingerprint', () => {
  it('is the same however it is typed, and no other one is', () => {
    const fingerprint = fingerprintOf({ payload: 'AAAA' });
    const easy = fingerprint.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    for (const typed of [fingerprint, easy, ` ${fingerprint}\n`])
      expect(() => requireFingerprint(typed, fingerprint)).not.toThrow();
    for (const typed of ['', fingerprint.slice(0, 4), fingerprintOf({ payload: 'AAAB' }), `${fingerprint}0`])
      expect(() => requireFingerprint(typed, fingerprint)).toThrow(
        expect.objectContaining({ code: 'FINGERPRINT_DIFFERS', message: expect.not.stringContaining(fingerprint) }),
      );
  });
});
