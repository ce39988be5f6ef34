import { randomUUID } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { officeOf } from '../governance-service';
import { requireOwnRules } from '../own-rules';
import type { DraftRulesInput } from './rule-draft';
import { type Person, type RuleDraftRow, ruleDraftModel } from './rule-draft.model';

const MAX_NOTE = 1000;

/**
 * Writes a draft, once for a client key.
 *
 * @throws NOT_YOUR_RULES, RULES_INVALID with file and line, DRAFT_OUTDATED when the rules changed since they
 * were read, BAD_INPUT for another input under a used key.
 */
export async function draftRules(input: DraftRulesInput, context: ServeContext): Promise<RuleDraftRow> {
  requireOwnRules(input.owner, context);
  checkInput(input);
  const written = await writtenBefore(input, context);
  if (written) return written;
  const office = officeOf(context);
  const number = office.numberOf(input.owner);
  if (number !== input.expectedNumber) throw requestError('DRAFT_OUTDATED', { owner: input.owner, number });
  office.ruleSetWith(input.owner, input.documents);
  return insertedOnce(rowOf(input, number + 1, context), input, context);
}

function checkInput({ note, clientKey }: DraftRulesInput): void {
  if (note.trim() === '' || note.length > MAX_NOTE)
    throw requestError('BAD_INPUT', { what: `note has 1 to ${MAX_NOTE} characters` });
  checkClientKey(clientKey);
}

const inputText = ({ owner, documents, expectedNumber, note }: DraftRulesInput): string =>
  JSON.stringify([owner, documents.map(({ name, text }) => [name, text]), expectedNumber, note]);

/** What the requester wrote under a client key before; null where nothing was. */
export function writtenUnder(clientKey: string, { requester, connection }: ServeContext): Promise<RuleDraftRow | null> {
  const requestKey = requestKeyOf(clientKey, requester);
  return ruleDraftModel(connection).findOne({ requestKey }).lean<RuleDraftRow>();
}

async function writtenBefore(input: DraftRulesInput, context: ServeContext): Promise<RuleDraftRow | null> {
  const written = await writtenUnder(input.clientKey, context);
  checkSameInput(written, inputText(input));
  return written;
}

function rowOf(input: DraftRulesInput, number: number, context: ServeContext): RuleDraftRow {
  return {
    _id: randomUUID(),
    owner: input.owner,
    number,
    documents: input.documents.map(({ name, text }) => ({ name, text })),
    note: input.note.trim(),
    author: personOf(context),
    issuedAt: context.now.toISOString(),
    state: 'OPEN',
    approvals: [],
    signatures: [],
    requestKey: requestKeyOf(input.clientKey, context.requester),
    requestInput: inputText(input),
  };
}

/** INVARIANT: the unique index decides between two writers of one key; the second gets what the first wrote. */
async function insertedOnce(row: RuleDraftRow, input: DraftRulesInput, context: ServeContext): Promise<RuleDraftRow> {
  try {
    await ruleDraftModel(context.connection).create(row);
    return row;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await writtenBefore(input, context)) ?? row;
  }
}

/** Who asks, as their issuer names them. */
export const personOf = ({ requester: { party, agency, id } }: Pick<ServeContext, 'requester'>): Person => ({
  party,
  agency,
  id,
});
