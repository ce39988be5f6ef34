import { SubgraphClient } from '@pasarela/gateway/execute/subgraph-client';
import { fetchBundle } from '@pasarela/schema/enforcement-point/fetch-bundle';
import { keyFiles, readPrivateKey, readSigningKey } from '@pasarela/schema/identity/key-files';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import { type OutboundPolicy, onlyOwn, placeOf } from '@pasarela/schema/outbound/outbound-policy';
import { refusalOfAddress } from '@pasarela/schema/outbound/refuse-address';
import type { Attack, Stage } from '../attack';
import { listenAndRedirect, listenInside, resolvingTo } from '../listening-place';

const NOBODY: OutboundPolicy = { pinned: new Set(), own: new Set(), networks: [] };
/** Stands for the open Internet: a network that the operator of this machine allowed, where a partner is. */
const PARTNERS_NETWORK = ['127.0.0.2/32'];

/** Has a gateway's client fetch from an address, as it would of a subgraph that stands there. */
async function fetchFrom(stage: Stage, url: string, outbound: OutboundPolicy, times = 1): Promise<void> {
  const client = new SubgraphClient({
    gateway: 'pasarela-gateway',
    signingKey: readPrivateKey(keyFiles.gatewayPrivate(stage.dataDirectory)),
    peers: new Map([['partner', { url, pairwiseKey: Buffer.alloc(32) }]]),
    outbound,
    timeoutMs: 2_000,
    maxReplyBytes: 1_000,
    now: () => new Date(),
  });
  const asker = { token: 'a.b.c', purpose: 'STATISTICS', caseReference: undefined } as const;
  const subject = { ...asker, requestId: 'attack', ruleSetVersion: 'any' };
  try {
    for (let time = 0; time < times; time++)
      await client
        .send({ subgraph: 'partner', body: '{"query":"{ __typename }"}' }, subject)
        .catch(({ code }: { code: unknown }) => expect(code).toBe('SUBGRAPH_UNAVAILABLE'));
  } finally {
    await client.close();
  }
}

const pinning = (url: string, more: Partial<OutboundPolicy> = {}): OutboundPolicy => ({
  ...NOBODY,
  pinned: new Set([placeOf(new URL(url))]),
  ...more,
});

/** Every way to write an inner address: the operator was talked into pinning it, and still it is not called. */
async function callInside(stage: Stage): Promise<void> {
  const inside = await listenInside();
  const hosts = ['127.0.0.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '127.1', '[::ffff:127.0.0.1]'];
  try {
    for (const host of hosts) {
      const url = `https://${host}:${inside.port}/graphql`;
      await fetchFrom(stage, url, pinning(url));
      expect([host, inside.calls()]).toEqual([host, 0]);
    }
    for (const url of ['https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/latest/meta-data/'])
      expect(refusalOfAddress(url, pinning(url))).toBe('ADDRESS_OF_INNER_NETWORK');
  } finally {
    await inside.close();
  }
}

/** A name of a partner that leads to this machine. */
async function callByName(stage: Stage): Promise<void> {
  const inside = await listenInside();
  try {
    const url = `https://data.partner.example:${inside.port}/graphql`;
    await fetchFrom(stage, url, pinning(url, { resolve: resolvingTo('127.0.0.1') }));
    expect(inside.calls()).toBe(0);
  } finally {
    await inside.close();
  }
}

/** A name that first leads to the partner, and then to this machine. */
async function rebindName(stage: Stage): Promise<void> {
  const inside = await listenInside();
  const partner = await listenInside('127.0.0.2', inside.port);
  try {
    const url = `https://data.partner.example:${inside.port}/graphql`;
    const resolve = resolvingTo('127.0.0.2', '127.0.0.1');
    await fetchFrom(stage, url, pinning(url, { resolve, networks: PARTNERS_NETWORK }), 2);
    expect([partner.calls(), inside.calls()]).toEqual([1, 0]);
  } finally {
    await inside.close();
    await partner.close();
  }
}

/** A partner that this start knows sends the gateway on, to another place that it may call too. */
async function redirect(stage: Stage): Promise<void> {
  const inside = await listenInside();
  const elsewhere = `http://127.0.0.1:${inside.port}/graphql`;
  const partner = await listenAndRedirect(elsewhere);
  try {
    await fetchFrom(stage, partner.url, onlyOwn([partner.url, elsewhere]));
    expect(inside.calls()).toBe(0);
  } finally {
    await partner.close();
    await inside.close();
  }
}

/** Whoever distributes rules sends a point on, to another place that it may call too. */
async function redirectRules(stage: Stage): Promise<void> {
  const inside = await listenInside();
  const elsewhere = `http://127.0.0.1:${inside.port}/rules`;
  const host = await listenAndRedirect(elsewhere);
  const outbound = new OutboundClient(onlyOwn([host.url, elsewhere]));
  const key = await readSigningKey(keyFiles.gatewayPrivate(stage.dataDirectory));
  const source = { url: host.url, identity: { point: 'a point', key }, outbound, now: () => new Date() };
  try {
    const look = { holds: '', notInForce: [], waitSeconds: 0, signal: AbortSignal.timeout(2_000) };
    await fetchBundle(source, look).catch(() => undefined);
    expect(inside.calls()).toBe(0);
  } finally {
    await outbound.close();
    await host.close();
    await inside.close();
  }
}

/** An address that nobody pinned. */
async function callUnpinned(stage: Stage): Promise<void> {
  const other = await listenInside('127.0.0.2');
  try {
    const url = `https://127.0.0.2:${other.port}/graphql`;
    await fetchFrom(stage, url, { ...NOBODY, networks: PARTNERS_NETWORK });
    await fetchFrom(stage, url, pinning('https://127.0.0.2:1/', { networks: PARTNERS_NETWORK }));
    expect(other.calls()).toBe(0);
  } finally {
    await other.close();
  }
}

/** A partner's address in plain text, and one that is a file. */
async function callInPlainText(stage: Stage): Promise<void> {
  const partner = await listenInside('127.0.0.2');
  try {
    for (const url of ['file:///etc/passwd', `http://127.0.0.2:${partner.port}/graphql`]) {
      const policy = pinning(url, { networks: PARTNERS_NETWORK });
      await fetchFrom(stage, url, policy);
      expect(refusalOfAddress(url, policy)).toBe('ADDRESS_NOT_HTTPS');
    }
    expect(partner.calls()).toBe(0);
  } finally {
    await partner.close();
  }
}

/** An address that brings a name and a password along. */
async function callWithCredentials(stage: Stage): Promise<void> {
  const inside = await listenInside();
  try {
    const place = `127.0.0.1:${inside.port}`;
    await fetchFrom(stage, `http://gateway:secret@${place}/graphql`, onlyOwn([`http://${place}/graphql`]));
    expect(inside.calls()).toBe(0);
  } finally {
    await inside.close();
  }
}

/** The attacks of threat 59. */
export const attacks: readonly Attack[] = [
  {
    number: 59,
    title: 'a metadata service or loopback, as 127.1, decimal, hex, octal or mapped into IPv6, is not called',
    on: 'sightings',
    guards: ['innerNetworks'],
    run: callInside,
  },
  {
    number: 59,
    title: 'a name that leads to this machine is not called',
    on: 'sightings',
    guards: ['innerNetworks', 'lookupAtConnection'],
    run: callByName,
  },
  {
    number: 59,
    title: 'a name that leads to a partner at first and to this machine later is not called there',
    on: 'sightings',
    guards: ['innerNetworks', 'lookupAtConnection'],
    run: rebindName,
  },
  {
    number: 59,
    title: 'a redirection is not followed, wherever it points',
    on: 'sightings',
    guards: ['noRedirectOfPost'],
    run: redirect,
  },
  {
    number: 59,
    title: 'rules are not had from where their host points to',
    on: 'sightings',
    guards: ['noRedirect'],
    run: redirectRules,
  },
  {
    number: 59,
    title: 'a host and port that nobody pinned are not called',
    on: 'sightings',
    guards: ['pinnedPlaces'],
    run: callUnpinned,
  },
  {
    number: 59,
    title: 'nothing is sent in plain text, and no file is an address',
    on: 'sightings',
    guards: ['encryptedAddress'],
    run: callInPlainText,
  },
  {
    number: 59,
    title: 'an address with a user name or a password is not called',
    on: 'sightings',
    guards: ['noCredentials'],
    run: callWithCredentials,
  },
];
