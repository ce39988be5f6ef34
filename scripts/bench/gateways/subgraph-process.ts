import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles, readSecret, readSigningKey } from '@pasarela/schema/identity/key-files';
import { PinnedIssuers } from '@pasarela/schema/identity/pinned-issuers';
import { RequestVerifier } from '@pasarela/serve/verify/verify-request';
import { PAIRWISE_BYTES } from '../../development/development-keys';
import { SUBGRAPH_NAMES, type SubgraphName } from './benchmark-schema';
import { BenchmarkSubgraph, type SubgraphCounts } from './serve-subgraph';
import type { LongestFetch, SubgraphSettings, SubgraphUsage } from './subgraph-child';

const subgraphs: BenchmarkSubgraph[] = [];
const counts: SubgraphCounts = { fetches: 0, executed: 0 };

/** Verifies as the product's subgraphs do, with the keys of a data directory. */
async function verifierOf(name: SubgraphName, dataDirectory: string): Promise<RequestVerifier> {
  const trust = {
    issuers: new PinnedIssuers(keyFiles.issuers(dataDirectory)),
    gateway: GATEWAY_NAME,
    gatewayKey: await readSigningKey(keyFiles.gatewayPublic(dataDirectory)),
    pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES),
  };
  return new RequestVerifier(name, trust, () => new Date());
}

/** Serves every subgraph, each on a port of its own. */
async function serve({ sdls, dataDirectory }: SubgraphSettings): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const name of SUBGRAPH_NAMES) {
    const verifier = dataDirectory === undefined ? undefined : await verifierOf(name, dataDirectory);
    const subgraph = new BenchmarkSubgraph({ name, sdl: sdls[name] as string, verifier }, counts);
    subgraphs.push(subgraph);
    addresses[name] = await subgraph.listen();
  }
  return addresses;
}

const usage = (): SubgraphUsage => {
  const { user, system } = process.cpuUsage();
  return { ...counts, cpuSeconds: (user + system) / 1e6 };
};

const longest = (): LongestFetch =>
  subgraphs
    .map(({ name, longestBody }) => ({ name, body: longestBody }))
    .reduce<LongestFetch>((long, one) => (one.body.length > long.body.length ? one : long), { body: '' });

process.on('message', (message: SubgraphSettings | 'usage' | 'longest') => {
  if (message === 'usage') process.send?.(usage());
  else if (message === 'longest') process.send?.(longest());
  else serve(message).then((addresses) => process.send?.(addresses));
});

// Its servers would keep it alive.
process.on('disconnect', () => process.exit());
