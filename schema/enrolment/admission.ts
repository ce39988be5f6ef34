import { requestError } from '../errors';
import type { TrustedIssuer, TrustStore } from '../identity/trust-store';
import type { PinnedOutbound } from '../outbound/outbound-file';
import { placeOf } from '../outbound/outbound-policy';
import { refusalOfAddress } from '../outbound/refuse-address';
import type { RootKey, RootKeys } from '../rule-bundles/root-keys';
import type { Enrolment } from './enrolment';

/** What an operator has pinned of all parties. */
export interface PinnedParties {
  readonly issuers: TrustStore;
  readonly rootKeys: RootKeys;
  readonly outbound: PinnedOutbound;
}

/** What is pinned besides when a party is admitted; nothing of what is pinned already. */
export interface Admission {
  readonly rootKey: RootKey | undefined;
  readonly issuer: TrustedIssuer | undefined;
  /** `host:port` of the party's subgraphs. */
  readonly places: readonly string[];
}

/**
 * What is to be pinned so that a party is admitted.
 *
 * INVARIANT: adds and never replaces: who holds a key, an issuer's name or a party's code keeps it.
 * @throws ENROLMENT_CONFLICT, or an ADDRESS_ code for a subgraph that may not be called.
 */
export function admissionOf(enrolment: Enrolment, pinned: PinnedParties): Admission {
  checkAddresses(enrolment, pinned.outbound);
  return {
    rootKey: newRootKey(enrolment, pinned),
    issuer: newIssuer(enrolment, pinned),
    places: placesOfSubgraphs(enrolment).filter((place) => !pinned.outbound.pinned.includes(place)),
  };
}

const conflict = (what: string) => requestError('ENROLMENT_CONFLICT', { what });

function newRootKey({ party, rootKey }: Enrolment, { rootKeys, issuers }: PinnedParties): RootKey | undefined {
  const held = rootKeys.get(party);
  if (held && held.key.x !== rootKey.key.x) throw conflict(`the root key of ${party}`);
  if ([...rootKeys.values()].some((other) => other.party !== party && other.key.x === rootKey.key.x))
    throw conflict('its root key');
  if (issuerKeysIn(issuers).has(rootKey.key.x)) throw conflict('its root key');
  return held ? undefined : { party, ...rootKey, development: false };
}

function newIssuer({ party, issuer }: Enrolment, { issuers, rootKeys }: PinnedParties): TrustedIssuer | undefined {
  const wanted = { party, ...issuer, development: false };
  const held = issuers.get(issuer.issuer);
  if (held && !isSameIssuer(held, wanted)) throw conflict(`the issuer ${issuer.issuer}`);
  if (!held && [...issuers.values()].some((other) => other.party === party)) throw conflict(`an issuer of ${party}`);
  const taken = new Set([...rootKeys.values()].map(({ key }) => key.x));
  if (issuer.keys.some(({ x }) => taken.has(x))) throw conflict('a key of its issuer');
  if (!held && issuer.keys.some(({ x }) => issuerKeysIn(issuers).has(x))) throw conflict('a key of its issuer');
  return held ? undefined : wanted;
}

const issuerKeysIn = (issuers: TrustStore): Set<string> =>
  new Set([...issuers.values()].flatMap(({ keys }) => keys.map(({ x }) => x)));

const isSameIssuer = (held: TrustedIssuer, wanted: TrustedIssuer): boolean =>
  held.party === wanted.party &&
  held.development === wanted.development &&
  held.keys.length === wanted.keys.length &&
  wanted.keys.every(({ kid, x }) => held.keys.some((key) => key.kid === kid && key.x === x));

const placesOfSubgraphs = ({ subgraphs }: Pick<Enrolment, 'subgraphs'>): string[] => [
  ...new Set(subgraphs.map(({ url }) => placeOf(new URL(url)))),
];

/** Refuses addresses of subgraphs that could never be called from here. @throws an ADDRESS_ code. */
export function checkAddresses(
  { subgraphs }: Pick<Enrolment, 'subgraphs'>,
  { networks }: Pick<PinnedOutbound, 'networks'>,
): void {
  for (const { url } of subgraphs) {
    const pinned = new Set(URL.canParse(url) ? [placeOf(new URL(url))] : []);
    const refusal = refusalOfAddress(url, { pinned, own: new Set(), networks });
    if (refusal) throw requestError(refusal);
  }
}
