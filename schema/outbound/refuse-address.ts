import { isIP } from 'node:net';
import type { ErrorCode } from '../errors';
import { isAllowedScheme, isWithoutCredentials } from './allowed-form';
import { isAllowedIp } from './allowed-ip';
import { isAllowedPlace } from './allowed-place';
import { type OutboundPolicy, placeOf } from './outbound-policy';

/** Why an address may not be called, in the catalogue's terms. */
export type AddressRefusal = Extract<ErrorCode, `ADDRESS_${string}`>;

/**
 * Why an address may not be called; undefined where it may, as far as its text tells. What its name resolves to
 * is decided when it is connected to.
 */
export function refusalOfAddress(address: string, policy: OutboundPolicy): AddressRefusal | undefined {
  if (!URL.canParse(address)) return 'ADDRESS_UNREADABLE';
  const url = new URL(address);
  if (!isAllowedScheme(url, policy)) return 'ADDRESS_NOT_HTTPS';
  if (!isWithoutCredentials(url)) return 'ADDRESS_WITH_CREDENTIALS';
  if (!isAllowedPlace(url, policy)) return 'ADDRESS_NOT_PINNED';
  // URLs spell every form of an IPv4 address alike: 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 here.
  const ip = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(ip) !== 0 && !isAllowedIp(ip, placeOf(url), policy) ? 'ADDRESS_OF_INNER_NETWORK' : undefined;
}
