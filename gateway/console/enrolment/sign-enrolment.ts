import { base64urlOf, bytesOf, digestOf } from './base64url';
import type { SaidOfParty } from './enrolment-form';
import { type PartyKeys, type PrivateKey, signText } from './party-keys';

/** What an enrolment is made of. */
export type EnrolmentParts = {
  said: SaidOfParty;
  keys: PartyKeys;
  /** SHA-256 of the schema file as hexadecimal; null without one. */
  schemaDigest: string | null;
  now: Date;
};

/** The text of an enrolment file, and what names it over the telephone. */
export type SignedEnrolment = { text: string; fingerprint: string };

/** Writes and signs an enrolment, in the very form that `npm run party -- new` gives it. */
export async function signEnrolment({ said, keys, schemaDigest, now }: EnrolmentParts): Promise<SignedEnrolment> {
  const { party, name, contact, agencies, issuer, subgraphs } = said;
  const content = {
    format: 'pasarela-enrolment-1',
    party,
    name,
    contact,
    agencies,
    rootKey: { number: 1, key: publicPart(keys.root) },
    issuer: { issuer, keys: [{ ...publicPart(keys.issuer), kid: keys.issuer.kid }] },
    subgraphs,
    schema: schemaDigest === null ? null : { digest: schemaDigest },
    issuedAt: now.toISOString(),
  };
  const header = { alg: 'EdDSA', typ: 'pasarela-enrolment+jws', kid: keys.root.kid };
  const [encodedHeader, payload] = [header, content].map((part) => base64urlOf(bytesOf(JSON.stringify(part)))) as [
    string,
    string,
  ];
  const signature = await signText(`${encodedHeader}.${payload}`, keys.root);
  const signed = { payload, signatures: [{ protected: encodedHeader, signature }] };
  return { text: `${JSON.stringify(signed, null, 2)}\n`, fingerprint: await fingerprintOf(payload) };
}

const publicPart = ({ kty, crv, x }: PrivateKey) => ({ kty, crv, x });

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 20;

/** The first 100 bits of the payload's SHA-256, as five groups of four that can be read out. */
async function fingerprintOf(payload: string): Promise<string> {
  const bits = Array.from(await digestOf(bytesOf(payload)), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from(
    { length: CHARACTERS },
    (_, index) => ALPHABET[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  );
  return characters.join('').replace(/.{4}(?=.)/g, '$&-');
}
