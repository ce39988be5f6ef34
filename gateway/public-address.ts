import { isIPv6 } from 'node:net';

/** The addresses that mean every address of a machine, and the one of them by which it reaches itself. */
const WILDCARDS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The address at which a machine reaches what listens there; an IPv6 address stands in brackets, without its zone. */
export function listenedAddress(host: string, port: number): string {
  const reached = WILDCARDS[host] ?? host;
  return `http://${isIPv6(reached) ? `[${reached.replace(/%.*/, '')}]` : reached}:${port}`;
}

/** Where GraphQL is, under the address of a gateway. */
export const graphqlAddress = (gateway: string): string => `${gateway.replace(/\/+$/, '')}/graphql`;
