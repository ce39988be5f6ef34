import { isIPv6 } from 'node:net';
import type { Config } from './config';

/** The addresses that mean every address of a machine, and the one of them by which it reaches itself. */
const WILDCARDS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The address at which a machine reaches what listens there; an IPv6 address stands in brackets, without its zone. */
export function listenedAddress(host: string, port: number): string {
  const reached = WILDCARDS[host] ?? host;
  return `http://${isIPv6(reached) ? `[${reached.replace(/%.*/, '')}]` : reached}:${port}`;
}

/** Where a path is, under the address of a gateway. */
export const addressUnder = (gateway: string, path: string): string => `${gateway.replace(/\/+$/, '')}${path}`;

/** Where GraphQL is, under the address of a gateway. */
export const graphqlAddress = (gateway: string): string => addressUnder(gateway, '/graphql');

/** Where a command of the same machine and settings sends its questions, and the address that its proofs name. */
export function localGateway({ host, port, publicUrl }: Pick<Config, 'host' | 'port' | 'publicUrl'>) {
  const listened = listenedAddress(host, port);
  return { url: graphqlAddress(listened), address: graphqlAddress(publicUrl || listened) };
}
