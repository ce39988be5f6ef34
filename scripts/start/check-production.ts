import { existsSync } from 'node:fs';
import type { Config } from '@pasarela/gateway/config';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { developmentIssuers, readTrustStore } from '@pasarela/schema/identity/trust-store';
import { developmentRootKeys, readRootKeys } from '@pasarela/schema/rule-bundles/root-keys-file';
import { holdsRows } from '@pasarela/serve/domain/seed-domain';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { openStore } from '@pasarela/store/connect';
import { databaseOf } from './run-subgraph';

/** Throws, with every reason, when anything simulated would be served: development issuers, synthetic records. */
export async function checkProduction(config: Config, definitions: readonly SubgraphDefinition[]): Promise<void> {
  const reasons = [
    ...issuerReasons(config),
    ...rootKeyReasons(config),
    ...(await syntheticReasons(config, definitions)),
  ];
  if (reasons.length > 0)
    throw new Error(`--production refuses to start:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
}

function issuerReasons({ dataDirectory }: Config): string[] {
  const file = keyFiles.issuers(dataDirectory);
  if (!existsSync(file)) return [`there are no trusted issuers: put them into ${file}`];
  return developmentIssuers(readTrustStore(file)).map(
    (issuer) => `${issuer} is a development issuer: remove it from ${file}`,
  );
}

function rootKeyReasons({ dataDirectory }: Config): string[] {
  const file = keyFiles.rootKeys(dataDirectory);
  if (!existsSync(file)) return [`no root keys of parties are pinned: put them into ${file}`];
  return developmentRootKeys(readRootKeys(file)).map(
    (party) => `the root key of ${party} is a development key: remove it from ${file}`,
  );
}

async function syntheticReasons(
  { storeAddress }: Config,
  definitions: readonly SubgraphDefinition[],
): Promise<string[]> {
  const reasons: string[] = [];
  for (const definition of definitions.filter(({ seed }) => seed.synthetic)) {
    const store = await openStore({ address: storeAddress, database: databaseOf(definition) });
    if (await holdsRows(definition, store.connection))
      reasons.push(`${definition.name} holds SYNTHETIC records: use a store of its own for production`);
    await store.close();
  }
  return reasons;
}
