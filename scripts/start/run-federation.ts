import type { Config } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { type RunningGateway, startGateway } from '@pasarela/gateway/server';
import type { Contract } from '@pasarela/schema/contract';
import type { FileSystem } from '@pasarela/schema/evidence/log/file-system';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import { PinnedIssuers } from '@pasarela/schema/identity/pinned-issuers';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { RunningSubgraph } from '@pasarela/serve/subgraph-server';
import { QUESTIONS_DIRECTORY } from '../ask/read-question';
import { PAIRWISE_BYTES } from '../development/development-keys';
import { openEvidence } from './open-evidence';
import type { OpenRules, RulesAddress } from './open-rules';
import { outboundPolicy } from './outbound-policy';
import { type RunningDomain, runSubgraph } from './run-subgraph';

/** What a federation is run with. */
export interface FederationOptions {
  readonly definitions: readonly SubgraphDefinition[];
  readonly config: Config;
  readonly contract: Contract;
  /** Opens each enforcement point's own copy of the rules. */
  readonly openRules: OpenRules;
  /** Is told where rules are had from once that is known. */
  readonly rulesAddress?: RulesAddress;
  readonly now?: () => Date;
  /** The disk of the logs of evidence; that of this machine unless said otherwise. */
  readonly evidenceDisk?: FileSystem;
  /** How a subgraph is run; in this process unless said otherwise. */
  readonly run?: (definition: SubgraphDefinition) => Promise<RunningDomain>;
}

/** The gateway and every subgraph, answering. */
export interface RunningFederation {
  readonly gateway: RunningGateway;
  readonly subgraphs: readonly RunningSubgraph[];
  close(): Promise<void>;
}

/** Runs every subgraph, each on its own port, and the gateway in front of them. */
export async function runFederation(options: FederationOptions): Promise<RunningFederation> {
  const { config, contract, openRules, now, evidenceDisk } = options;
  const { dataDirectory } = config;
  const run =
    options.run ??
    ((definition) =>
      runSubgraph({
        definition,
        config,
        contract,
        openRules,
        ...(now && { now }),
        ...(evidenceDisk && { evidenceDisk }),
      }));
  const subgraphs = await startInOrder(options.definitions, async (definition) => {
    const running = await run(definition);
    if (running.serviceUrl && options.rulesAddress) options.rulesAddress.url = running.serviceUrl;
    return running;
  });
  const closeSubgraphs = () => Promise.all(subgraphs.map((subgraph) => subgraph.close()));
  const gateway = await startGateway({
    config,
    contract,
    openRules,
    questionsDirectory: config.questionsDirectory || QUESTIONS_DIRECTORY,
    openEvidence: (onFailure) =>
      openEvidence({ dataDirectory, log: GATEWAY_NAME, onFailure, fileSystem: evidenceDisk }),
    issuers: new PinnedIssuers(keyFiles.issuers(dataDirectory)),
    signingKey: readPrivateKey(keyFiles.gatewayPrivate(dataDirectory)),
    peers: new Map(
      subgraphs.map(({ name, url }) => [
        name,
        { url, pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES) },
      ]),
    ),
    outbound: outboundPolicy(dataDirectory, { own: subgraphs.map(({ url }) => url) }),
    ...(now && { now }),
  }).catch(async (error: unknown) => {
    await closeSubgraphs();
    throw error;
  });
  return {
    gateway,
    subgraphs,
    close: async () => {
      await gateway.close();
      await closeSubgraphs();
    },
  };
}

/** Starts those first that others need something of: what a domain keeps running beside its resolvers. */
async function startInOrder(
  definitions: readonly SubgraphDefinition[],
  run: (definition: SubgraphDefinition) => Promise<RunningDomain>,
): Promise<RunningDomain[]> {
  const first = await startAll(definitions.filter(({ open }) => open).map((definition) => () => run(definition)));
  try {
    const others = definitions.filter(({ open }) => !open);
    return [...first, ...(await startAll(others.map((definition) => () => run(definition))))];
  } catch (error) {
    await Promise.all(first.map((subgraph) => subgraph.close()));
    throw error;
  }
}

/** Starts all; if one fails, those that started are stopped and the failure is passed on. */
async function startAll(starts: ReadonlyArray<() => Promise<RunningDomain>>): Promise<RunningDomain[]> {
  const settled = await Promise.allSettled(starts.map((start) => start()));
  const started = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failure = settled.find((result) => result.status === 'rejected');
  if (!failure) return started;
  await Promise.all(started.map((subgraph) => subgraph.close()));
  throw failure.reason;
}
