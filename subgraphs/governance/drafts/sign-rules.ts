import { requestError } from '@pasarela/schema/errors';
import { signersOf, withCountingSignatures } from '@pasarela/schema/rule-bundles/verify-signatures';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { requireOwnRules } from '../own-rules';
import type { RuleOffice } from '../rule-office';
import { findOpenDraft } from './find-draft';
import { readSigned, requireSignedContent } from './read-signed';
import { reviewDraft } from './review-draft';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

const TYPE = 'pasarela-rules+jws';

/**
 * Adds a party's signature to a draft that needs several: that of what all parties set together. One more of the
 * same party takes the place of its earlier one.
 *
 * @throws UNKNOWN_DRAFT, NOT_YOUR_RULES, DRAFT_CLOSED, DRAFT_OUTDATED, SIGNATURE_REFUSED.
 */
export function signRules(id: string, signedText: string, context: ServeContext): Promise<RuleDraftRow> {
  const office = officeOf(context);
  // In turn: of two signatures at once neither must be lost.
  return office.inTurn(async () => {
    const row = await findOpenDraft(id, context);
    requireOwnRules(row.owner, context);
    const signatures = await withSignature(row, signedText, office);
    await ruleDraftModel(context.connection).updateOne({ _id: id, state: 'OPEN' }, { $set: { signatures } });
    return { ...row, signatures };
  });
}

/** INVARIANT: only signatures that count are kept, one of each party: no others crowd them out. */
async function withSignature(row: RuleDraftRow, signedText: string, office: RuleOffice): Promise<string[]> {
  const keys = office.rootKeys();
  const signed = await withCountingSignatures(readSigned(signedText), TYPE, keys);
  if (!signed) throw requestError('SIGNATURE_REFUSED', { what: 'no root key that counts signed it' });
  requireSignedContent(signed, reviewDraft(row, office).payload);
  const signers = await signersOf(signed, TYPE, keys);
  const kept: string[] = [];
  for (const text of row.signatures)
    if (![...(await signersOf(readSigned(text), TYPE, keys))].every((party) => signers.has(party))) kept.push(text);
  return [...kept, JSON.stringify(signed)];
}
