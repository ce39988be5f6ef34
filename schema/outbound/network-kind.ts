import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What an IP address is for. Only `public` ones are of the open Internet. */
export type NetworkKind =
  | 'public'
  | 'loopback'
  | 'linkLocal'
  | 'private'
  | 'uniqueLocal'
  | 'multicast'
  | 'unspecified'
  | 'reserved';

type Family = 'ipv4' | 'ipv6';
type Network = readonly [kind: NetworkKind, address: string, prefix: number];

/** Special-purpose addresses (RFC 6890 and the IANA registries); link-local holds the metadata services of clouds. */
const IPV4: readonly Network[] = [
  ['unspecified', '0.0.0.0', 8],
  ['private', '10.0.0.0', 8],
  ['private', '100.64.0.0', 10],
  ['loopback', '127.0.0.0', 8],
  ['linkLocal', '169.254.0.0', 16],
  ['private', '172.16.0.0', 12],
  ['reserved', '192.0.0.0', 24],
  ['reserved', '192.0.2.0', 24],
  ['reserved', '192.88.99.0', 24],
  ['private', '192.168.0.0', 16],
  ['private', '198.18.0.0', 15],
  ['reserved', '198.51.100.0', 24],
  ['reserved', '203.0.113.0', 24],
  ['multicast', '224.0.0.0', 4],
  ['reserved', '240.0.0.0', 4],
];

/** What carries an IPv4 address inside (6to4, Teredo) is reserved: it could lead anywhere. */
const IPV6: readonly Network[] = [
  ['unspecified', '::', 128],
  ['loopback', '::1', 128],
  ['linkLocal', 'fe80::', 10],
  ['uniqueLocal', 'fc00::', 7],
  ['multicast', 'ff00::', 8],
  ['reserved', '2001::', 23],
  ['reserved', '2001:db8::', 32],
  ['reserved', '2002::', 16],
  ['reserved', '3fff::', 20],
  ['public', '2000::', 3],
];

/** What an IP address is for; an IPv6 address that maps an IPv4 address is what that one is. */
export function networkKind(ip: string): NetworkKind {
  const plain = unmapped(ip);
  if (isIPv4(plain)) return kindIn(IPV4_LISTS, plain, 'ipv4') ?? 'public';
  // INVARIANT: what is not known to be of the open Internet is not; nor is what names a zone of this machine.
  return isIPv6(plain) && !plain.includes('%') ? (kindIn(IPV6_LISTS, plain, 'ipv6') ?? 'reserved') : 'reserved';
}

/** Whether an IP address lies in one of these networks, as `10.20.0.0/16` or `fd00::/64`. */
export function isWithin(ip: string, networks: readonly string[]): boolean {
  const plain = unmapped(ip);
  const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
  return networks.some((network) => {
    const [address = '', prefix] = network.split('/');
    return familyOf(address) === family && listOf(address, Number(prefix)).check(plain, family);
  });
}

/** Whether a text names a network. */
export function isNetwork(text: string): boolean {
  const [, address = '', prefix = ''] = /^([^/%]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = familyOf(address);
  return family !== undefined && Number(prefix) <= (family === 'ipv4' ? 32 : 128);
}

const familyOf = (address: string): Family | undefined =>
  isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;

function listOf(address: string, prefix: number): BlockList {
  const list = new BlockList();
  list.addSubnet(address, prefix, familyOf(address) ?? 'ipv6');
  return list;
}

const listsOf = (networks: readonly Network[]) =>
  networks.map(([kind, address, prefix]) => ({ kind, list: listOf(address, prefix) }));
const IPV4_LISTS = listsOf(IPV4);
const IPV6_LISTS = listsOf(IPV6);

const kindIn = (lists: ReturnType<typeof listsOf>, ip: string, family: Family): NetworkKind | undefined =>
  lists.find(({ list }) => list.check(ip, family))?.kind;

/** The IPv4 address that an IPv6 address maps (`::ffff:7f00:1`); any other as it is. */
function unmapped(ip: string): string {
  if (!isIPv6(ip) || ip.includes('%')) return ip;
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${ip}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return ip;
  const bytes = [high, low].flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]);
  return bytes.join('.');
}
