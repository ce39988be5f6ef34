import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { requireOwnRules } from '../own-rules';
import { findOpenDraft } from './find-draft';
import { readSigned } from './read-signed';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

const MAX_SIGNATURES = 50;

/**
 * Adds a party's signature to a draft that needs several: that of what all parties set together. It is
 * verified when the draft is published.
 *
 * @throws UNKNOWN_DRAFT, NOT_YOUR_RULES, DRAFT_CLOSED, DRAFT_OUTDATED, SIGNATURE_REFUSED when there are too many.
 */
export async function signRules(id: string, signedText: string, context: ServeContext): Promise<RuleDraftRow> {
  const row = await findOpenDraft(id, context);
  requireOwnRules(row.owner, context);
  readSigned(signedText);
  if (row.signatures.length >= MAX_SIGNATURES) throw requestError('SIGNATURE_REFUSED', { what: 'it has too many' });
  await ruleDraftModel(context.connection).updateOne({ _id: id, state: 'OPEN' }, { $push: { signatures: signedText } });
  return { ...row, signatures: [...row.signatures, signedText] };
}
