import { isWithin, networkKind } from './network-kind';
import type { OutboundPolicy } from './outbound-policy';

/**
 * Whether an IP address may be connected to for a place.
 *
 * INVARIANT: an inner address is one that the operator allowed by its network, or this machine's own for a place
 * that this start made itself.
 */
export function isAllowedIp(ip: string, place: string, { own, networks }: OutboundPolicy): boolean {
  const kind = networkKind(ip);
  return kind === 'public' || (kind === 'loopback' && own.has(place)) || isWithin(ip, networks);
}
