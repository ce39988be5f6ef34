import path from 'node:path';
import type { Config } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles, readSecret, readSigningKey } from '@pasarela/schema/identity/key-files';
import { readTrustStore } from '@pasarela/schema/identity/trust-store';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { openRequestLog } from '@pasarela/serve/request-log';
import { type RunningSubgraph, startSubgraph } from '@pasarela/serve/subgraph-server';
import { openStore } from '@pasarela/store/connect';
import { ID_KEY_BYTES, PAIRWISE_BYTES } from '../development/development-keys';
import type { OpenRules } from './open-rules';

/** What one subgraph is run with. */
export interface RunSubgraphOptions {
  readonly definition: SubgraphDefinition;
  readonly config: Pick<Config, 'dataDirectory' | 'storeAddress'>;
  readonly openRules: OpenRules;
  readonly now?: () => Date;
}

/** The name of a domain's database. */
export const databaseOf = ({ name }: SubgraphDefinition): string => name;

/** Runs one subgraph on its own store, keys, rules and log. */
export async function runSubgraph({
  definition,
  config,
  openRules,
  now,
}: RunSubgraphOptions): Promise<RunningSubgraph> {
  const { dataDirectory } = config;
  const log = openRequestLog(path.join(dataDirectory, 'logs', `${definition.name}.log`), definition.name);
  const store = await openStore({ address: config.storeAddress, database: databaseOf(definition) });
  const rules = await openRules(definition.name, log);
  const subgraph = await startSubgraph({
    definition,
    rules,
    log,
    port: 0,
    connection: store.connection,
    idKey: readSecret(keyFiles.ids(dataDirectory, definition.name), ID_KEY_BYTES),
    trust: {
      issuers: readTrustStore(keyFiles.issuers(dataDirectory)),
      gateway: GATEWAY_NAME,
      gatewayKey: await readSigningKey(keyFiles.gatewayPublic(dataDirectory)),
      pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, definition.name), PAIRWISE_BYTES),
    },
    ...(now && { now }),
  });
  const close = async () => {
    await subgraph.close();
    rules.close();
    await store.close();
    await log.close();
  };
  let closing: Promise<void> | undefined;
  return {
    ...subgraph,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
