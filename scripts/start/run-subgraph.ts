import path from 'node:path';
import type { Config } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import type { Contract } from '@pasarela/schema/contract';
import type { FileSystem } from '@pasarela/schema/evidence/log/file-system';
import { keyFiles, readSecret, readSigningKey } from '@pasarela/schema/identity/key-files';
import { PinnedIssuers } from '@pasarela/schema/identity/pinned-issuers';
import { readPointKeys } from '@pasarela/schema/identity/point-token';
import { readTrustStore } from '@pasarela/schema/identity/trust-store';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import { readRootKeys } from '@pasarela/schema/rule-bundles/root-keys-file';
import type { PinnedKeys, SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { OwnerEvidence } from '@pasarela/serve/evidence/owner-evidence';
import { RecordSalts } from '@pasarela/serve/evidence/record-salts';
import { faultDetails } from '@pasarela/serve/fault-details';
import { DisclosureIndex } from '@pasarela/serve/oversight/disclosure-index';
import { openRequestLog, type RequestLog } from '@pasarela/serve/request-log';
import { type RunningSubgraph, startSubgraph } from '@pasarela/serve/subgraph-server';
import { openStore } from '@pasarela/store/connect';
import { ID_KEY_BYTES, PAIRWISE_BYTES } from '../development/development-keys';
import { openEvidence } from './open-evidence';
import { openRights } from './open-rights';
import type { OpenRules } from './open-rules';
import { openStatistics } from './open-statistics';

/** What one subgraph is run with. */
export interface RunSubgraphOptions {
  readonly definition: SubgraphDefinition;
  readonly config: Pick<Config, 'dataDirectory' | 'storeAddress'>;
  readonly contract: Contract;
  readonly openRules: OpenRules;
  readonly now?: () => Date;
  /** The disk of the log of evidence; that of this machine unless said otherwise. */
  readonly evidenceDisk?: FileSystem;
}

/** The name of a domain's database. */
export const databaseOf = ({ name }: SubgraphDefinition): string => name;

/** The name of the database of what a domain gave out, as oversight asks it. */
export const disclosuresOf = (definition: SubgraphDefinition): string => `${databaseOf(definition)}-disclosures`;

/** The name of the database of the salts of the records in a domain's evidence. */
export const saltsOf = (definition: SubgraphDefinition): string => `${databaseOf(definition)}-evidence`;

/** A subgraph that answers, and where the service beside it does, if it has one. */
export interface RunningDomain extends RunningSubgraph {
  readonly serviceUrl?: string | undefined;
}

/** Runs one subgraph on its own store, service, rules, keys and log. What was opened is closed when a later part fails. */
export async function runSubgraph(options: RunSubgraphOptions): Promise<RunningDomain> {
  const closing: Array<() => Promise<unknown> | undefined> = [];
  let closed: Promise<void> | undefined;
  const closeAll = () => {
    closed ??= closeInTurn(closing.reverse());
    return closed;
  };
  try {
    return { ...(await openAll(options, closing)), close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function closeInTurn(closing: ReadonlyArray<() => Promise<unknown> | undefined>): Promise<void> {
  for (const close of closing) await close();
}

type Opened = Omit<RunningDomain, 'close'>;

/** Opens one part after another. @param closing gains what closes each. */
async function openAll(
  { definition, config, contract, openRules, evidenceDisk, now = () => new Date() }: RunSubgraphOptions,
  closing: Array<() => Promise<unknown> | undefined>,
): Promise<Opened> {
  const { dataDirectory, storeAddress } = config;
  const { name, durable = false } = definition;
  const log = openRequestLog(path.join(dataDirectory, 'logs', `${name}.log`), name);
  closing.push(() => log.close());
  const store = await openStore({ address: storeAddress, database: databaseOf(definition), durable });
  closing.push(() => store.close());
  const { connection } = store;
  const service = await definition.open?.({
    connection,
    contract,
    now,
    trust: pinnedKeys(dataDirectory),
    warn: log.warn,
  });
  if (service) closing.push(() => service.close());
  const evidence = await openOwnerEvidence({ definition, config, log, evidenceDisk }, closing);
  const rules = await openRules({ name, warn: log.warn }, service);
  closing.push(async () => rules.close());
  const keys = await keysOf(dataDirectory, name);
  const opened = { definition, storeAddress, connection, evidence, rules, log, now, idKey: keys.idKey };
  const rights = await openRights(opened, closing);
  const statistics = await openStatistics(opened, closing);
  const subgraph = await startSubgraph({
    ...keys,
    rights,
    statistics,
    ...(service && { service }),
    definition,
    connection,
    rules,
    log,
    evidence,
    now,
    port: 0,
  });
  closing.push(() => subgraph.close());
  return { name: subgraph.name, url: subgraph.url, serviceUrl: service?.url };
}

interface EvidenceParts extends Pick<RunSubgraphOptions, 'definition' | 'config'> {
  readonly log: RequestLog;
  readonly evidenceDisk: FileSystem | undefined;
}

/** The owner's own log of what its subgraph gives out, and the salts of the records in it. */
async function openOwnerEvidence(
  { definition, config, log, evidenceDisk }: EvidenceParts,
  closing: Array<() => Promise<unknown> | undefined>,
): Promise<OwnerEvidence> {
  const recorder = await openEvidence({
    dataDirectory: config.dataDirectory,
    log: definition.name,
    onFailure: (error) => log.warn(faultDetails(error), 'checkpoint not kept'),
    fileSystem: evidenceDisk,
  });
  closing.push(() => recorder.close());
  const open = async (database: string, durable: boolean) => {
    const { connection, close } = await openStore({ address: config.storeAddress, database, durable });
    closing.push(close);
    return connection;
  };
  const salts = new RecordSalts(await open(saltsOf(definition), true));
  // Apart from the salts, which cannot be made again: whoever deletes this store loses nothing.
  const index = await DisclosureIndex.open({
    recorder,
    connection: await open(disclosuresOf(definition), false),
    isJoint: definition.party === OWNER_JOINT,
    onFailure: (error) => log.warn(faultDetails(error), 'evidence not indexed'),
  });
  closing.push(() => index.close());
  return { recorder, salts, index };
}

/** The keys that this machine's operator pinned. */
const pinnedKeys = (dataDirectory: string): PinnedKeys => ({
  rootKeys: () => readRootKeys(keyFiles.rootKeys(dataDirectory)),
  pointKeys: () => readPointKeys(keyFiles.points(dataDirectory)),
  issuers: () => readTrustStore(keyFiles.issuers(dataDirectory)),
});

async function keysOf(dataDirectory: string, name: string) {
  return {
    idKey: readSecret(keyFiles.ids(dataDirectory, name), ID_KEY_BYTES),
    trust: {
      issuers: new PinnedIssuers(keyFiles.issuers(dataDirectory)),
      gateway: GATEWAY_NAME,
      gatewayKey: await readSigningKey(keyFiles.gatewayPublic(dataDirectory)),
      pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES),
    },
  };
}
