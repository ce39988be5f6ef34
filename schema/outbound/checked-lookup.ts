import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { errorMessage } from '../errors';
import { isAllowedIp } from './allowed-ip';
import type { OutboundPolicy } from './outbound-policy';

/**
 * Resolves the name of a place for the connection that is about to be made, and refuses it when any of its
 * addresses may not be connected to.
 *
 * INVARIANT: this is the only resolution: what was checked is what is connected to (DNS rebinding).
 */
export function checkedLookup(place: string, policy: OutboundPolicy): LookupFunction {
  const resolve = policy.resolve ?? (lookup as LookupFunction);
  return (hostname, options, callback) =>
    resolve(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [{ address: found }] : ((found ?? []) as LookupAddress[]);
      if (!error && !addresses.every(({ address }) => isAllowedIp(address, place, policy)))
        return callback(new Error(errorMessage('ADDRESS_OF_INNER_NETWORK', 'en')), '', 0);
      callback(error, found, family);
    });
}
