import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { findOpenDraft } from '../drafts/find-draft';
import { reviewDraft } from '../drafts/review-draft';
import { officeOf } from '../governance-service';

/**
 * The rules as a draft would make them; those in force where none is named.
 *
 * @throws UNKNOWN_DRAFT for one that the requester may not see, DRAFT_CLOSED, DRAFT_OUTDATED, RULES_INVALID.
 */
export async function rulesAskedAbout(draft: string | null | undefined, context: ServeContext): Promise<RuleSet> {
  const office = officeOf(context);
  return draft == null ? office.ruleSet() : reviewDraft(await findOpenDraft(draft, context), office).ruleSet;
}

/** What `draft` means to whoever gives it. */
export const DRAFT_DESCRIPTION = 'A draft that you may see; blank: the rules in force.';
