import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { AccessRequestResolver } from './access-requests/access-request.resolver';
import { BreakGlassResolver } from './break-glass/break-glass.resolver';
import { EnforcementPointResolver } from './enforcement-point.resolver';
import { openGovernance } from './governance-service';
import { InboxResolver } from './inbox/inbox.resolver';
import { RuleDraftResolver } from './rule-draft.resolver';
import { RuleOwnerResolver } from './rule-owner.resolver';
import { RulePublicationResolver } from './rule-publication.resolver';

/** Where owners write, approve and publish their rules, and where enforcement points get them. */
export const governance: SubgraphDefinition = {
  name: 'governance',
  party: 'ALL',
  resolvers: [
    RuleOwnerResolver,
    RuleDraftResolver,
    EnforcementPointResolver,
    RulePublicationResolver,
    AccessRequestResolver,
    InboxResolver,
    BreakGlassResolver,
  ],
  references: {},
  // What stands here is written by administrators: there is nothing to fill it with.
  seed: { version: '1', synthetic: false, models: () => [], fill: async () => undefined },
  durable: true,
  open: openGovernance,
};
