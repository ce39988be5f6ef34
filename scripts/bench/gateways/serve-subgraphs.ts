import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles, readSecret, readSigningKey } from '@pasarela/schema/identity/key-files';
import { PinnedIssuers } from '@pasarela/schema/identity/pinned-issuers';
import { RequestVerifier } from '@pasarela/serve/verify/verify-request';
import { PAIRWISE_BYTES } from '../../development/development-keys';
import { BenchmarkSubgraph, type ServedSubgraph, type SubgraphCounts } from './serve-subgraph';
import type { LongestFetch, SubgraphUsage } from './subgraph-child';

/** What is served, and with what it is verified. */
export interface ServedSubgraphs {
  readonly subgraphs: ReadonlyArray<Pick<ServedSubgraph, 'name' | 'sdl' | 'resolvers'>>;
  /** Where the keys stand that they verify fetches with; undefined: they answer anybody. */
  readonly dataDirectory?: string | undefined;
}

/**
 * Serves the subgraphs of a benchmark in this process, for its parent: once, when it says with what; it is told where,
 * and, whenever it asks, what they did so far.
 * @param read what is served by the parent's first message.
 */
export function serveForParent<Settings extends object>(read: (settings: Settings) => ServedSubgraphs): void {
  const subgraphs: BenchmarkSubgraph[] = [];
  const counts: SubgraphCounts = { fetches: 0, executed: 0 };
  process.on('message', (message: Settings | 'usage' | 'longest') => {
    if (message === 'usage') process.send?.(usageOf(counts));
    else if (message === 'longest') process.send?.(longestOf(subgraphs));
    else serve(read(message as Settings), subgraphs, counts).then((addresses) => process.send?.(addresses));
  });
  // Its servers would keep it alive.
  process.on('disconnect', () => process.exit());
}

/** Serves every subgraph, each on a port of its own. @param running gains them. */
async function serve(
  { subgraphs, dataDirectory }: ServedSubgraphs,
  running: BenchmarkSubgraph[],
  counts: SubgraphCounts,
): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const one of subgraphs) {
    const verifier = dataDirectory === undefined ? undefined : await verifierOf(one.name, dataDirectory);
    const subgraph = new BenchmarkSubgraph({ ...one, verifier }, counts);
    running.push(subgraph);
    addresses[one.name] = await subgraph.listen();
  }
  return addresses;
}

/** Verifies as the product's subgraphs do, with the keys of a data directory. */
async function verifierOf(name: string, dataDirectory: string): Promise<RequestVerifier> {
  const trust = {
    issuers: new PinnedIssuers(keyFiles.issuers(dataDirectory)),
    gateway: GATEWAY_NAME,
    gatewayKey: await readSigningKey(keyFiles.gatewayPublic(dataDirectory)),
    pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES),
  };
  return new RequestVerifier(name, trust, () => new Date());
}

function usageOf(counts: SubgraphCounts): SubgraphUsage {
  const { user, system } = process.cpuUsage();
  return { ...counts, cpuSeconds: (user + system) / 1e6 };
}

const longestOf = (subgraphs: readonly BenchmarkSubgraph[]): LongestFetch =>
  subgraphs
    .map(({ name, longestBody }) => ({ name, body: longestBody }))
    .reduce<LongestFetch>((long, one) => (one.body.length > long.body.length ? one : long), { body: '' });
