import { base64urlOf, bytesOf, digestOf } from './base64url';

/** A private Ed25519 key as its file holds it. */
export type PrivateKey = { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string; kid: string };

/** The two keys of a party: it signs its rules with one, and its issuer signs tokens with the other. */
export type PartyKeys = { root: PrivateKey; issuer: PrivateKey };

const ALGORITHM = { name: 'Ed25519' };

/** Whether this browser can make keys here: it is new enough, and the page came over a connection that it trusts. */
export const canMakeKeys = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined;

/** Makes both keys in the browser. Rejects when the browser knows no Ed25519. */
export async function makePartyKeys(): Promise<PartyKeys> {
  return { root: await makeKey(), issuer: await makeKey() };
}

async function makeKey(): Promise<PrivateKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no pair of keys');
  const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid: await thumbprintOf(x) };
}

/** The name of a key (RFC 7638). */
const thumbprintOf = async (x: string): Promise<string> =>
  base64urlOf(await digestOf(bytesOf(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)));

/** Signs a text with a private key; the signature in base64url. */
export async function signText(text: string, { kty, crv, x, d }: PrivateKey): Promise<string> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, d }, ALGORITHM, false, ['sign']);
  return base64urlOf(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytesOf(text))));
}
