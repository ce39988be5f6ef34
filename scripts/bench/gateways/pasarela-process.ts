import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import { PinnedIssuers } from '@pasarela/schema/identity/pinned-issuers';
import { PAIRWISE_BYTES } from '../../development/development-keys';
import { outboundPolicy } from '../../start/outbound-policy';
import { allowBenchmarkCost } from './allow-benchmark-cost';
import type { PasarelaSettings } from './pasarela-settings';
import { withoutRules } from './without-rules';

/** Runs the product's own gateway in front of the benchmark's subgraphs, in this process. */
async function run(settings: PasarelaSettings): Promise<void> {
  const { dataDirectory, rulesDirectory, contractDirectory, addresses, port, rules } = settings;
  allowBenchmarkCost();
  if (rules === 'off') withoutRules();
  // Loaded here: what is replaced has to be replaced before.
  const { startGateway } = require('@pasarela/gateway/server') as typeof import('@pasarela/gateway/server');
  const { benchmarkContract } = require('./benchmark-contract') as typeof import('./benchmark-contract');
  const { loadContract } = require('@pasarela/schema/contract') as typeof import('@pasarela/schema/contract');
  const { watchRules } = require('../../start/open-rules') as typeof import('../../start/open-rules');
  const { openEvidence } = require('../../start/open-evidence') as typeof import('../../start/open-evidence');
  const contract = contractDirectory === undefined ? benchmarkContract() : loadContract(contractDirectory);
  const questionsDirectory = path.join(dataDirectory, 'questions');
  mkdirSync(questionsDirectory, { recursive: true });
  await startGateway({
    config: readConfig({ DATA_DIR: dataDirectory, RULES_DIR: rulesDirectory, PORT: String(port) }),
    contract,
    openRules: watchRules({ rulesDirectory }, contract),
    questionsDirectory,
    openEvidence: (onFailure) => openEvidence({ dataDirectory, log: GATEWAY_NAME, onFailure }),
    issuers: new PinnedIssuers(keyFiles.issuers(dataDirectory)),
    signingKey: readPrivateKey(keyFiles.gatewayPrivate(dataDirectory)),
    peers: new Map(
      Object.entries(addresses).map(([name, url]) => [
        name,
        { url, pairwiseKey: readSecret(keyFiles.pairwise(dataDirectory, name), PAIRWISE_BYTES) },
      ]),
    ),
    outbound: outboundPolicy(dataDirectory, { own: Object.values(addresses) }),
  });
}

void run(JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as PasarelaSettings);
