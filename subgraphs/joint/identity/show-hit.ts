import { withRecord } from '@pasarela/serve/domain/raw-record';
import { HitSide, HitState, IdentityHit } from './identity-hit';
import type { IdentityHitRow } from './identity-hit.model';
import { whatToDo } from './what-to-do';

/** On which side of a hit a party stands; undefined where on none. */
export function sideOf({ asking, asked }: IdentityHitRow, party: string): HitSide | undefined {
  if (party === asking) return HitSide.ASKING;
  return party === asked ? HitSide.ASKED : undefined;
}

/** INVARIANT: to the asking party a hit that was declined looks like one that nobody answered. */
function stateOf({ askingSide, askedSide, declined }: IdentityHitRow, side: HitSide): HitState {
  const [own, other] = side === HitSide.ASKING ? [askingSide, declined ? null : askedSide] : [askedSide, askingSide];
  if (own === null) return HitState.WAITS_FOR_YOU;
  return other === null ? HitState.WAITS_FOR_PARTNER : HitState.APPROVED;
}

/** A hit as one of its parties sees it: that party's own record. */
export function hitNode(row: IdentityHitRow, side: HitSide): IdentityHit {
  const { _id: hit, dataset, asking, asked, caseReference, purpose, since, expiresAt } = row;
  const state = stateOf(row, side);
  const { en, es } = whatToDo(side, state);
  const isAsking = side === HitSide.ASKING;
  const made = Object.assign(new IdentityHit(), {
    dataset,
    hit,
    side,
    state,
    partner: isAsking ? asked : asking,
    caseReference,
    purpose,
    subject: isAsking ? null : row.subject,
    since: new Date(since).toISOString(),
    until: new Date(expiresAt).toISOString(),
    version: versionFor(row, side),
    whatToDoEn: en,
    whatToDoEs: es,
  });
  return withRecord(made, { _id: hit, contributedBy: isAsking ? asking : asked });
}

/** How often a party's own side changed, and one: a number of both would tell the one what the other did. */
export const versionFor = ({ askingSide, askedSide }: IdentityHitRow, side: HitSide): number =>
  (side === HitSide.ASKING ? askingSide : askedSide) === null ? 1 : 2;
