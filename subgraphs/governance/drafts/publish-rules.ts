import { requestError } from '@pasarela/schema/errors';
import { togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import { type Signed } from '@pasarela/schema/rule-bundles/signed';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { governanceOf } from '../governance-service';
import { requireOwnRules } from '../own-rules';
import type { PublishedPart } from '../publications/published-part.model';
import { isReady } from './approvals';
import { findOpenDraft } from './find-draft';
import { publishPart } from './publish-part';
import { readSigned, requireSignedContent } from './read-signed';
import { reviewDraft } from './review-draft';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

/** How long a publication waits for every reachable point to put it in force, in milliseconds. */
const CONFIRM_WITHIN_MS = 3_000;

/**
 * Publishes a draft with its owner's signature, and waits until every reachable enforcement point has it in
 * force. A part of ALL waits for the signatures that it still needs.
 *
 * @param signedText the signed part as JSON.
 * @throws UNKNOWN_DRAFT, NOT_YOUR_RULES, DRAFT_CLOSED, DRAFT_OUTDATED, APPROVAL_NEEDED, SIGNATURE_REFUSED.
 */
export async function publishRules(id: string, signedText: string, context: ServeContext): Promise<PublishedPart> {
  const row = await findOpenDraft(id, context);
  requireOwnRules(row.owner, context);
  const { office, points } = governanceOf(context);
  const review = reviewDraft(row, office);
  if (!isReady(row, review)) throw requestError('APPROVAL_NEEDED', { owner: row.owner });
  const signed = togetherWithEarlier(row, readSigned(signedText));
  requireSignedContent(signed, review.payload);
  const { requester, connection, now } = context;
  const published = await publishPart(
    office,
    { owner: row.owner, number: row.number, signed, publishedBy: requester.id, draft: id },
    { connection, now },
  );
  await ruleDraftModel(connection).updateOne({ _id: id }, { $set: { state: 'PUBLISHED' } });
  await points.confirmed(office.current().etag, CONFIRM_WITHIN_MS);
  return published;
}

function togetherWithEarlier({ signatures }: RuleDraftRow, given: Signed): Signed {
  const earlier = signatures.map(readSigned);
  return togetherSigned([given, ...earlier.filter(({ payload }) => payload === given.payload)]);
}
