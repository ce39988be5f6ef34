import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { AccessRequestResolver } from './access-requests/access-request.resolver';
import { AffectedQuestionsResolver } from './affected-questions.resolver';
import { BreakGlassResolver } from './break-glass/break-glass.resolver';
import { CheckRulesResolver } from './check-rules.resolver';

import { EnforcementPointResolver } from './enforcement-point.resolver';
import { FieldUseResolver } from './field-use.resolver';
import { openGovernance } from './governance-service';
import { InboxResolver } from './inbox/inbox.resolver';
import { RevocationResolver } from './revocation.resolver';
import { RootKeyResolver } from './root-keys/root-key.resolver';

import { RuleDraftResolver } from './rule-draft.resolver';
import { RuleOwnerResolver } from './rule-owner.resolver';
import { RulePublicationResolver } from './rule-publication.resolver';
import { RulesInForceResolver } from './rules-in-force.resolver';
import { SavedQuestionResolver } from './saved-question.resolver';
import { SimulationResolver } from './simulation.resolver';

/** Where owners write, approve and publish their rules, and where enforcement points get them. */
export const governance: SubgraphDefinition = {
  name: 'governance',
  party: 'ALL',
  resolvers: [
    RuleOwnerResolver,
    RuleDraftResolver,
    EnforcementPointResolver,
    RulePublicationResolver,
    RevocationResolver,
    RootKeyResolver,
    RulesInForceResolver,
    CheckRulesResolver,
    SimulationResolver,
    SavedQuestionResolver,
    AffectedQuestionsResolver,
    FieldUseResolver,
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
