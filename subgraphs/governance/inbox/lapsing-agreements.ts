import type { LevelChange } from '@pasarela/schema/access/review/compare-rule-sets';
import { lapseOfAgreement } from '@pasarela/schema/access/review/lapse-of-agreement';
import type { Agreement } from '@pasarela/schema/access/rule';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { ownersSeenBy } from '../own-rules';
import { InboxItem, InboxItemKind } from './inbox-item';
import { bandLength, lapseBand } from './lapse-band';
import { whatToDo } from './what-to-do';

/** The agreements of a party, its own and those of others with it, that end soon, and what goes with them. */
export function lapsingAgreements(context: ServeContext): InboxItem[] {
  const office = officeOf(context);
  // Before the first publication there is no agreement that could end.
  if (office.owners().length === 0) return [];
  const ruleSet = office.ruleSet();
  const { party } = context.requester;
  return ruleSet.agreements
    .filter((agreement) => agreement.owner === party || agreement.parties.includes(party))
    .flatMap((agreement) => {
      const withinDays = lapseBand(agreement, context.now.getTime());
      return withinDays === undefined ? [] : [itemOf({ agreement, withinDays }, ruleSet, context)];
    });
}

/** An agreement that ends within 60, 30 or 7 days. */
interface Lapsing {
  readonly agreement: Agreement;
  readonly withinDays: number;
}

function itemOf({ agreement, withinDays }: Lapsing, ruleSet: RuleSet, context: ServeContext): InboxItem {
  const { owner, id, to } = agreement;
  const isOwn = ownersSeenBy(context).includes(owner);
  return Object.assign(new InboxItem(), {
    id: `${InboxItemKind.AGREEMENT_LAPSES}:${owner}:${id}`,
    kind: InboxItemKind.AGREEMENT_LAPSES,
    ...whatToDo(isOwn ? 'EXTEND_OR_LET_LAPSE' : 'ASK_OWNER_TO_EXTEND'),
    owner,
    since: new Date(to - bandLength(withinDays)).toISOString(),
    until: new Date(to).toISOString(),
    agreement: id,
    withinDays,
    lost: lostBy(agreement, ruleSet, isOwn ? undefined : context.requester.party),
  });
}

/** What an end of an agreement takes is the same at every look, for as long as the rules are. */
const lapses = new WeakMap<RuleSet, Map<string, readonly LevelChange[]>>();

function lostBy(agreement: Agreement, ruleSet: RuleSet, party: string | undefined): readonly LevelChange[] {
  const ofRules = lapses.get(ruleSet) ?? new Map<string, readonly LevelChange[]>();
  lapses.set(ruleSet, ofRules);
  const name = JSON.stringify([agreement.owner, agreement.id, party ?? null]);
  const lost = ofRules.get(name) ?? lapseOfAgreement(ruleSet, agreement, party);
  ofRules.set(name, lost);
  return lost;
}
