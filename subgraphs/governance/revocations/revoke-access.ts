import {
  isRevokedIn,
  isWhollyRevokedIn,
  type NamedText,
  type RevokedThing,
  withoutRevocation,
  withRevocation,
} from '@pasarela/schema/access/revocations/change-revocations';
import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { draftRules, writtenUnder } from '../drafts/draft-rules';
import type { RuleDraftRow } from '../drafts/rule-draft.model';
import { officeOf } from '../governance-service';
import type { RevocationInput } from './revocation-input';

/**
 * Drafts that something of the requester's own party is revoked. It only withholds, so one person publishes it.
 *
 * @throws NOT_YOUR_RULES, BAD_INPUT, RULES_INVALID, DRAFT_OUTDATED.
 */
export function revokeAccess(input: RevocationInput, context: ServeContext): Promise<RuleDraftRow> {
  return draftChanged(input, context, (documents, thing) => {
    if (isWhollyRevokedIn(documents, thing)) throw requestError('BAD_INPUT', { what: 'it is revoked already' });
    return withRevocation(documents, context.requester.party, thing);
  });
}

/** Drafts that something is let in again. It shows more, so a second person approves it. @throws as revokeAccess. */
export function restoreAccess(input: RevocationInput, context: ServeContext): Promise<RuleDraftRow> {
  return draftChanged(input, context, (documents, thing) => {
    if (!isRevokedIn(documents, thing)) throw requestError('BAD_INPUT', { what: 'it is not revoked' });
    return withoutRevocation(documents, thing);
  });
}

type Change = (documents: readonly NamedText[], thing: RevokedThing) => NamedText[];

async function draftChanged(input: RevocationInput, context: ServeContext, change: Change): Promise<RuleDraftRow> {
  const { note, clientKey, expectedNumber } = input;
  const owner = context.requester.party;
  const thing = thingIn(input);
  const office = officeOf(context);
  // Asked once more after it was published: what it was written against is gone.
  const written = office.numberOf(owner) === expectedNumber ? null : await writtenUnder(clientKey, context);
  if (written) return written;
  const documents = change(office.partOf(owner)?.documents ?? [], thing);
  return draftRules({ owner, documents, expectedNumber, note, clientKey }, context);
}

/** What an input names. @throws BAD_INPUT where it is not one thing. */
function thingIn({ person, tokensBefore, issuer, key, agreement }: RevocationInput): RevokedThing {
  const named = [person, key, agreement].filter((name) => name !== undefined && name !== null);
  const lone = named.length === 1 && Boolean(issuer) === Boolean(key) && (!tokensBefore || Boolean(person));
  if (lone && person) return { person, ...(tokensBefore && { tokensBefore }) };
  if (lone && issuer && key) return { issuer, key };
  if (lone && agreement) return { agreement };
  throw requestError('BAD_INPUT', { what: 'name a person, an issuer with its key, or an agreement: one of them' });
}
