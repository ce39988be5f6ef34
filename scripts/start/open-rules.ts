import type { Config } from '@pasarela/gateway/config';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { RuleStore } from '@pasarela/schema/access/rule-store';
import type { Contract } from '@pasarela/schema/contract';
import type { DomainService } from '@pasarela/serve/domain/subgraph-definition';

/** Where an enforcement point reports what is wrong with rules. */
export interface RuleReports {
  warn(details: object, message: string): void;
}

/**
 * Opens an enforcement point's own copy of the rules.
 *
 * @param point its name: the gateway's or a subgraph's.
 * @param service what a subgraph keeps running beside its resolvers: for the governance subgraph, where rules come from.
 */
export type OpenRules = (point: string, reports: RuleReports, service?: DomainService) => Promise<RuleSource>;

/** Rules that are files on this machine, read again when they change: for whoever writes them. */
export function watchRules({ rulesDirectory }: Pick<Config, 'rulesDirectory'>, { labels }: Contract): OpenRules {
  return async (_point, reports) =>
    new RuleStore(rulesDirectory, labels, (owner, fault) =>
      reports.warn({ owner, fault: fault.message }, 'rules rejected; the last valid part stays in force'),
    );
}
