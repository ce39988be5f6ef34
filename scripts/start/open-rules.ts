import path from 'node:path';
import type { Config } from '@pasarela/gateway/config';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { RuleStore } from '@pasarela/schema/access/rule-store';
import type { Contract } from '@pasarela/schema/contract';
import { PulledRules } from '@pasarela/schema/enforcement-point/pulled-rules';
import type { RulesOfPoint } from '@pasarela/schema/enforcement-point/rules-of-point';
import { keyFiles, readSigningKey } from '@pasarela/schema/identity/key-files';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import type { DomainService } from '@pasarela/serve/domain/subgraph-definition';
import { outboundPolicy } from './outbound-policy';

/**
 * Opens an enforcement point's own copy of the rules.
 *
 * @param service what a subgraph keeps running beside its resolvers: for the governance subgraph, where rules come from.
 */
export type OpenRules = (point: RulesOfPoint, service?: DomainService) => Promise<RuleSource>;

/** Rules that are files on this machine, read again when they change: for whoever writes them. */
export function watchRules({ rulesDirectory }: Pick<Config, 'rulesDirectory'>, { labels }: Contract): OpenRules {
  return async ({ warn }) =>
    new RuleStore(rulesDirectory, labels, (owner, fault) =>
      warn({ owner, fault: fault.message }, 'rules rejected; the last valid part stays in force'),
    );
}

/** Where signed rules are had from: known once the governance subgraph runs. */
export interface RulesAddress {
  url: string;
}

/** What signed rules are pulled with. */
export interface PullOptions {
  readonly config: Pick<Config, 'dataDirectory' | 'rulesUrl'>;
  readonly contract: Contract;
  readonly address: RulesAddress;
  /** Rules from elsewhere come over HTTPS, from no inner network that the operator did not allow. */
  readonly production?: boolean | undefined;
  readonly now?: (() => Date) | undefined;
  /** How long a look may wait for newer rules. */
  readonly waitSeconds?: number | undefined;
}

/** Rules that their owners signed, pulled from where they are distributed. */
export function pullRules(options: PullOptions): OpenRules {
  const { config, contract, address, production = false, now = () => new Date(), waitSeconds } = options;
  const { dataDirectory, rulesUrl } = config;
  return async ({ name, warn }, service) => {
    const url = service?.url ?? address.url;
    const elsewhere = production && url === rulesUrl;
    const policy = outboundPolicy(dataDirectory, elsewhere ? { pinned: [url] } : { own: [url] });
    return PulledRules.open({
      url,
      outbound: new OutboundClient(policy),
      identity: { point: name, key: await readSigningKey(keyFiles.point(dataDirectory, name)) },
      rootKeysFile: keyFiles.rootKeys(dataDirectory),
      directory: path.join(keyFiles.heldRules(dataDirectory), name),
      labels: contract.labels,
      now,
      waitSeconds,
      warn,
    });
  };
}
