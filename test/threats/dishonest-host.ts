import { cp, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Decider } from '@pasarela/schema/access/decider';
import { loadContract } from '@pasarela/schema/contract';
import { PulledRules } from '@pasarela/schema/enforcement-point/pulled-rules';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import { onlyOwn } from '@pasarela/schema/outbound/outbound-policy';
import { type Bundle, etagOf } from '@pasarela/schema/rule-bundles/bundle';
import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import { generateKeyPair } from 'jose';
import type { Stage } from './attack';

/** Whoever hosts the rules and wants other ones: gives an enforcement point whatever it likes. */
export interface DishonestHost {
  /** Hosts parts from now on, and has the point look. Returns the level at which Colombia's analysts get a field there. */
  host(parts: Readonly<Record<string, Signed>>, coordinate: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a host, and a point that believes the keys of a stage and pulls from it. */
export async function startDishonestHost(
  stage: Stage,
  first: Readonly<Record<string, Signed>>,
): Promise<DishonestHost> {
  let bundle: Bundle = { parts: first, keyChanges: [] };
  const server = createServer((request, response) => {
    const etag = `"${etagOf(bundle)}"`;
    if (request.headers['if-none-match'] !== etag) response.writeHead(200, { etag }).end(JSON.stringify(bundle));
    else if (request.headers.prefer === 'wait=0') response.writeHead(304, { etag }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const directory = await mkdtemp(path.join(stage.dataDirectory, 'point-'));
  const rootKeysFile = path.join(directory, 'root-keys.json');
  await cp(keyFiles.rootKeys(stage.dataDirectory), rootKeysFile);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rules`;
  const rules = await PulledRules.open({
    url,
    outbound: new OutboundClient(onlyOwn([url])),
    identity: { point: 'pulled', key: (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey },
    rootKeysFile,
    directory,
    labels: loadContract().labels,
    now: () => new Date(),
    warn: () => undefined,
  });
  return {
    host: async (parts, coordinate) => {
      bundle = { parts, keyChanges: [] };
      return levelOf(coordinate, await rules.refresh());
    },
    close: async () => {
      rules.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function levelOf(coordinate: string, ruleSet: ReturnType<PulledRules['current']>): string {
  const requester = { party: 'COL', agency: 'MIGRACION_COLOMBIA', roles: ['ANALYST'] } as const;
  return new Decider(ruleSet, { requester, purpose: 'MIGRATION_MANAGEMENT', at: Date.now() }).decide(coordinate).level;
}
