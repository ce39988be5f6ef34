import { requestError } from '@pasarela/schema/errors';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { contentOf } from '@pasarela/schema/rule-bundles/signed';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { requireOwnRules } from '../own-rules';
import { type PublishedPart, publishedPartModel } from '../publications/published-part.model';
import { draftRules } from './draft-rules';
import { readSigned } from './read-signed';
import type { RollBackRulesInput } from './roll-back-rules-input';
import type { RuleDraftRow } from './rule-draft.model';

/**
 * Writes a draft of the texts of an earlier publication, once for a client key. It goes the way of any other:
 * what it shows more, compared with now, a second person has to approve.
 *
 * @throws UNKNOWN_PUBLICATION, BAD_INPUT for the newest one, and whatever `draftRules` does.
 */
export async function rollBackRules(input: RollBackRulesInput, context: ServeContext): Promise<RuleDraftRow> {
  const { owner, toNumber, ...rest } = input;
  requireOwnRules(owner, context);
  const { documents } = await publishedPart(owner, toNumber, context);
  if (toNumber === officeOf(context).numberOf(owner))
    throw requestError('BAD_INPUT', { what: `toNumber is an earlier one than ${toNumber}, which is in force` });
  return draftRules({ owner, documents: documents.map(({ name, text }) => ({ name, text })), ...rest }, context);
}

async function publishedPart(owner: string, number: number, { connection }: ServeContext): Promise<OwnerPart> {
  const row = await publishedPartModel(connection).findOne({ owner, number }).lean<PublishedPart>();
  if (!row) throw requestError('UNKNOWN_PUBLICATION', { owner, number });
  return contentOf(readSigned(row.signed)) as OwnerPart;
}
