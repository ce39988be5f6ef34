import { type OutboundPolicy, placeOf } from './outbound-policy';

/** Whether the operator pinned the host and port of an address, or this start made them itself. */
export const isAllowedPlace = (url: URL, { pinned, own }: OutboundPolicy): boolean =>
  own.has(placeOf(url)) || pinned.has(placeOf(url));
