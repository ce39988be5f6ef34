import type { LoadChild } from './load-child';
import type { SubgraphChild } from './subgraph-child';

/** What the subgraphs can do when nobody stands before them. */
export interface SubgraphCapacity {
  /** Fetches a second of the longest body that was fetched with, on 50 connections. */
  readonly fetchesPerSecond: number;
  /** The share of a core that their process took then; the rest of the core went to whoever loaded them. */
  readonly subgraphShare: number;
}

const SECONDS = 2;
const CONNECTIONS = 50;

/** Loads the subgraphs directly, with the longest of what gateways fetched. Those that verify cannot be: each fetch is signed. */
export async function measureCapacity(
  subgraphs: SubgraphChild,
  load: LoadChild,
): Promise<SubgraphCapacity | undefined> {
  const longest = await subgraphs.longestFetch();
  if (!longest) return undefined;
  const { address, body } = longest;
  const reply = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data } = (await reply.json()) as { data: unknown };
  const before = await subgraphs.usage();
  const { answers, seconds } = await load.load({
    port: Number(new URL(address).port),
    path: '/graphql',
    body,
    authorizations: [],
    headers: {},
    connections: CONNECTIONS,
    seconds: SECONDS,
    answers: 0,
    expected: data,
  });
  const { cpuSeconds } = await subgraphs.usage();
  return { fetchesPerSecond: answers / seconds, subgraphShare: (cpuSeconds - before.cpuSeconds) / seconds };
}
