import { nameOfAgreement } from '@pasarela/schema/access/name-of-agreement';
import { breakGlassHours } from '@pasarela/schema/access/openings';
import type { Agreement } from '@pasarela/schema/access/rule';
import { grantMatches, ownAgency } from '@pasarela/schema/access/rule-match';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';

/** An agreement that somebody may open, and for how many hours. */
export interface OpenableAgreement {
  readonly agreement: Agreement;
  readonly hours: number;
}

/**
 * The agreement of a name (`OWNER:ID`), where its owner allowed who asks to open it for the stated purpose.
 *
 * INVARIANT: an agreement that others may open is refused as one that does not exist.
 * @throws NO_BREAK_GLASS.
 */
export function openableAgreement(
  name: string,
  { requester, purpose, now }: Pick<ServeContext, 'requester' | 'purpose' | 'now'>,
  ruleSet: RuleSet,
): OpenableAgreement {
  const subject = { requester, purpose, at: now.getTime(), open: [name] };
  const grant = ruleSet.rules.grants.find(
    (one) => one.breakGlass && nameOfAgreement(one.agreement) === name && grantMatches(one, subject, ruleSet),
  );
  const hours = breakGlassHours(ruleSet).get(name);
  if (!grant || hours === undefined || ownAgency(requester, ruleSet) === '') throw requestError('NO_BREAK_GLASS');
  return { agreement: grant.agreement, hours };
}
