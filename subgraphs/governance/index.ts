import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { AccessRequestResolver } from './access-requests/access-request.resolver';
import { BreakGlassResolver } from './break-glass/break-glass.resolver';
import { RuleDraftResolver } from './drafts/rule-draft.resolver';
import { openGovernance } from './governance-service';
import { RuleOwnerResolver } from './in-force/rule-owner.resolver';
import { RulesInForceResolver } from './in-force/rules-in-force.resolver';
import { InboxResolver } from './inbox/inbox.resolver';
import { EnforcementPointResolver } from './publications/enforcement-point.resolver';
import { RulePublicationResolver } from './publications/rule-publication.resolver';
import { AffectedQuestionsResolver } from './questions/affected-questions.resolver';
import { FieldUseResolver } from './questions/field-use.resolver';
import { SavedQuestionResolver } from './questions/saved-question.resolver';
import { RevocationResolver } from './revocations/revocation.resolver';
import { RootKeyResolver } from './root-keys/root-key.resolver';
import { CheckRulesResolver } from './simulation/check-rules.resolver';
import { SimulationResolver } from './simulation/simulation.resolver';

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
