import type { RuleSource } from '@pasarela/schema/access/rule-source';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { OwnerEvidence } from '@pasarela/serve/evidence/owner-evidence';
import { faultDetails } from '@pasarela/serve/fault-details';
import { IndexRecipients } from '@pasarela/serve/oversight/index-recipients';
import type { RequestLog } from '@pasarela/serve/request-log';
import { RightsDesk } from '@pasarela/serve/rights/rights-desk';
import type { RightsDeskOptions } from '@pasarela/serve/rights/rights-desk-options';
import { openStore } from '@pasarela/store/connect';

/** What the desk of a domain is opened with. */
export interface OpenRightsOptions extends Pick<RightsDeskOptions, 'idKey' | 'now'> {
  readonly definition: SubgraphDefinition;
  readonly storeAddress: string;
  /** The domain's own store. */
  readonly connection: RightsDeskOptions['records'];
  readonly evidence: OwnerEvidence;
  readonly rules: RuleSource;
  readonly log: RequestLog;
}

/** Opens the desk at which a domain's owner answers people; undefined in a domain that keeps no records of them. */
export async function openRights(
  { definition, storeAddress, connection, evidence, rules, log, idKey, now }: OpenRightsOptions,
  closing: Array<() => Promise<unknown> | undefined>,
): Promise<RightsDesk | undefined> {
  if (!definition.rights) return undefined;
  const store = await openStore({ address: storeAddress, database: `${definition.name}-rights`, durable: true });
  closing.push(() => store.close());
  const desk = await RightsDesk.open({
    definition: definition.rights,
    records: connection,
    store: store.connection,
    salts: evidence.salts,
    recipients: new IndexRecipients(evidence),
    rules,
    idKey,
    now,
    onFault: (error) => log.warn(faultDetails(error), 'batch not made'),
  });
  closing.push(() => desk.close());
  return desk;
}
