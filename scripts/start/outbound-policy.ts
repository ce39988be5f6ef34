import { keyFiles } from '@pasarela/schema/identity/key-files';
import { readPinnedOutbound } from '@pasarela/schema/outbound/outbound-file';
import { type OutboundPolicy, placesOf } from '@pasarela/schema/outbound/outbound-policy';

/** Addresses that a start knows, besides what the operator pinned. */
export interface KnownAddresses {
  /** What it made itself on this machine. */
  readonly own?: readonly string[];
  /** What the operator set. */
  readonly pinned?: readonly string[];
}

/** Where this machine may connect to: what the operator pinned, and these addresses. */
export function outboundPolicy(dataDirectory: string, { own = [], pinned = [] }: KnownAddresses): OutboundPolicy {
  const file = readPinnedOutbound(keyFiles.outbound(dataDirectory));
  return {
    own: placesOf(own),
    pinned: new Set([...file.pinned, ...placesOf(pinned)]),
    networks: file.networks,
  };
}
