import type { Authorized } from '@pasarela/gateway/request-state';
import type { Decider } from '@pasarela/schema/access/decider';
import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { RequesterSchema } from '@pasarela/schema/access/view/requester-schema';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { replaceModule, wrapModule } from '../replace-module';

/**
 * Takes deciding out of this process, for what it costs to be measured: what was decided for the first request is taken
 * for all that follow, whoever asks. INVARIANT: one requester's rights and one query are all that is asked here. The
 * product has no such setting.
 */
export function withoutRules(): void {
  replaceModule('@pasarela/schema/access/known-party', { requireKnownParty: () => undefined });
  wrapModule<typeof import('@pasarela/schema/access/revocations/refuse-revoked')>(
    '@pasarela/schema/access/revocations/refuse-revoked',
    () => ({ refuseRevoked: () => undefined }),
  );
  wrapModule<typeof import('@pasarela/schema/access/decider')>('@pasarela/schema/access/decider', onceDecided);
  wrapModule<typeof import('@pasarela/schema/access/view/requester-schema')>(
    '@pasarela/schema/access/view/requester-schema',
    onceViewed,
  );
  wrapModule<typeof import('@pasarela/gateway/authorize/authorize')>(
    '@pasarela/gateway/authorize/authorize',
    onceAuthorized,
  );
}

function onceDecided({ DeciderCache }: typeof import('@pasarela/schema/access/decider')) {
  const first = new Map<Purpose, Decider>();
  return {
    DeciderCache: class extends DeciderCache {
      override for(ruleSet: RuleSet, subject: DecisionSubject): Decider {
        const decider = first.get(subject.purpose) ?? super.for(ruleSet, subject);
        first.set(subject.purpose, decider);
        return decider;
      }
    },
  };
}

function onceViewed({ RequesterSchemas }: typeof import('@pasarela/schema/access/view/requester-schema')) {
  let first: RequesterSchema | undefined;
  return {
    RequesterSchemas: class extends RequesterSchemas {
      override for(...subject: Parameters<InstanceType<typeof RequesterSchemas>['for']>): RequesterSchema {
        first ??= super.for(...subject);
        return first;
      }
    },
  };
}

function onceAuthorized({ authorize }: typeof import('@pasarela/gateway/authorize/authorize')) {
  let first: Pick<Authorized, 'decided' | 'notices' | 'deprecations' | 'cost'> | undefined;
  return {
    authorize: (...[parsed, limits]: Parameters<typeof authorize>): Authorized => {
      const { decided, notices, deprecations, cost } = first ?? authorize(parsed, limits);
      first = { decided, notices, deprecations, cost };
      return { ...parsed, ...first };
    },
  };
}
