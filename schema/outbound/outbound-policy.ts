import type { LookupFunction } from 'node:net';

/** Where connections may be made to. */
export interface OutboundPolicy {
  /** `host:port` of each place that the operator pinned. */
  readonly pinned: ReadonlySet<string>;
  /** `host:port` of each place that this start made itself: it may be plain HTTP, on this machine. */
  readonly own: ReadonlySet<string>;
  /** Inner networks that the operator allowed, as `10.20.0.0/16` or `fd00::/64`. */
  readonly networks: readonly string[];
  /** How names are resolved; by the system unless said otherwise. */
  readonly resolve?: LookupFunction;
}

/** The places of addresses; what cannot be read is none. */
export const placesOf = (urls: readonly string[]): ReadonlySet<string> =>
  new Set(urls.filter((url) => URL.canParse(url)).map((url) => placeOf(new URL(url))));

/** A policy under which nothing can be called but what this start made itself. */
export const onlyOwn = (urls: readonly string[]): OutboundPolicy => ({
  pinned: new Set(),
  own: placesOf(urls),
  networks: [],
});

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The host and port of an address, as policies name them: the host as URLs spell it, the port always said. */
export const placeOf = ({ protocol, hostname, port }: URL): string =>
  `${hostname.replace(/\.$/, '')}:${port || (DEFAULT_PORTS[protocol] ?? '')}`;
