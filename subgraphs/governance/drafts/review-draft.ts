import { compareRuleSets, type LevelChange } from '@pasarela/schema/access/review/compare-rule-sets';
import { mayShowMore, type ReviewedPart, type ShownMore } from '@pasarela/schema/access/review/only-withholds';
import type { RevocationIndex } from '@pasarela/schema/access/revocations/revocation';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import type { RuleOffice } from '../rule-office';
import { changeHash } from './change-hash';
import type { RuleDraftRow } from './rule-draft.model';

/** What a draft would do, if it were published now. */
export interface DraftReview {
  /** What its owner would sign. */
  readonly payload: OwnerPart;
  /** The rules as they would be. */
  readonly ruleSet: RuleSet;
  readonly showsMore: readonly ShownMore[];
  readonly changes: readonly LevelChange[];
  readonly changeHash: string;
  /** Who is revoked by the rules in force, whatever the draft says. */
  readonly revoked: RevocationIndex;
}

/**
 * Reviews a draft against what is in force.
 *
 * @throws RULES_INVALID when what is in force has changed so that the draft is not valid any more.
 */
export function reviewDraft(row: RuleDraftRow, office: RuleOffice): DraftReview {
  const ofRules = reviews.get(office.ruleSet()) ?? new Map<string, DraftReview>();
  reviews.set(office.ruleSet(), ofRules);
  const review = ofRules.get(row._id) ?? reviewAnew(row, office);
  ofRules.set(row._id, review);
  return review;
}

/** A draft never changes, so what it would do is worked out once for the rules in force. */
const reviews = new WeakMap<RuleSet, Map<string, DraftReview>>();

function reviewAnew(row: RuleDraftRow, office: RuleOffice): DraftReview {
  const { owner, number, issuedAt, documents } = row;
  const payload = office.payload({ owner, number, issuedAt, documents: [...documents] });
  const before = office.ruleSet();
  const ruleSet = office.ruleSetWith(owner, payload.documents);
  const showsMore = mayShowMore(
    reviewedPart(owner, before, office.partOf(owner)),
    reviewedPart(owner, ruleSet, payload),
    office.labels,
  );
  const changes = compareRuleSets(before, ruleSet, Date.parse(issuedAt));
  const hash = changeHash(payload, showsMore, changes);
  return { payload, ruleSet, showsMore, changes, changeHash: hash, revoked: before.revoked };
}

function reviewedPart(
  owner: string,
  { rules, parties, revocations }: RuleSet,
  part: OwnerPart | undefined,
): ReviewedPart {
  return {
    grants: rules.grants.filter(({ agreement }) => agreement.owner === owner),
    caps: rules.caps.filter((cap) => cap.owner === owner),
    revocations: revocations.filter(({ party }) => party === owner),
    party: parties[owner],
    pinned: part?.labels ?? {},
    maxStalenessSeconds: part?.maxStalenessSeconds ?? 0,
  };
}
