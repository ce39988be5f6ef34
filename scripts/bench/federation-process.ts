import { once } from 'node:events';
import { readConfig } from '@pasarela/gateway/config';
import type { RunningFederation } from '../start/run-federation';
import { withoutEvidence } from './without-evidence';

/** What the process tells: where it answers, and, whenever it is asked, the microseconds of processor that it took. */
export type BenchMessage = { readonly url: string } | { readonly cpu: number };

/** Runs a whole federation in this process, as `npm start` does. */
async function open(): Promise<RunningFederation> {
  // Loaded here: what is replaced has to be replaced before.
  const { loadContract } = require('@pasarela/schema/contract') as typeof import('@pasarela/schema/contract');
  const { pullRules } = require('../start/open-rules') as typeof import('../start/open-rules');
  const { runFederation } = require('../start/run-federation') as typeof import('../start/run-federation');
  const { SUBGRAPHS } = require('../subgraphs') as typeof import('../subgraphs');
  const config = readConfig();
  const contract = loadContract();
  const rulesAddress = { url: '' };
  const openRules = pullRules({ config, contract, address: rulesAddress });
  return runFederation({ definitions: SUBGRAPHS, config, contract, openRules, rulesAddress });
}

async function main(mode: string): Promise<void> {
  if (mode === 'without') withoutEvidence();
  const federation = await open();
  const tell = (message: BenchMessage) => process.send?.(message);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    tell({ cpu: user + system });
  });
  tell({ url: federation.gateway.address });
  await once(process, 'disconnect');
  await federation.close();
}

void main(process.argv[2] as string);
