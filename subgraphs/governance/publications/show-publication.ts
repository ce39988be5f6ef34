import type { GovernanceService } from '../governance-service';
import type { PublishedPart } from './published-part.model';
import { RulePublication } from './rule-publication';
import { showPoints } from './show-points';

/** A publication as administrators see it. */
export function showPublication(part: PublishedPart, { office, points }: GovernanceService): RulePublication {
  const { owner, number, publishedAt, publishedBy } = part;
  const newest = number === office.numberOf(owner);
  return Object.assign(new RulePublication(), {
    owner,
    number,
    publishedAt,
    publishedBy,
    newest,
    points: newest ? showPoints(points.states(), office) : null,
  });
}
