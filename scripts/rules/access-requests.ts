import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ask } from './administration';
import { askerOf, type RuleFlags } from './options';

const REQUEST = 'id owner coordinate level purpose party agency reason state answerReason draft';

/** A request for a field as the graph tells it. */
export interface ToldRequest {
  readonly id: string;
  readonly owner: string;
  readonly coordinate: string;
  readonly level: string;
  readonly purpose: string;
  readonly party: string;
  readonly agency: string;
  readonly reason: string;
  readonly state: string;
  readonly answerReason: string | null;
  readonly draft: string | null;
}

/** One line of a request, and a second one where it was declined with a reason. */
export const requestLines = ({ answerReason, ...told }: ToldRequest): string =>
  `${told.state}: ${told.coordinate} (${told.level}) of ${told.owner}, for ${told.purpose}, asked by ${told.agency} of ${told.party}: ${told.reason} (request ${told.id})\n${answerReason ? `  ${answerReason}\n` : ''}`;

/** Asks a field's owner for it. */
export async function request(coordinate: string, flags: RuleFlags): Promise<string> {
  if (!flags.reason) throw new Error('--reason needs a sentence that says why');
  const { purpose } = askerOf(flags);
  const query = `mutation ($coordinate: String!, $purpose: String!, $level: String!, $reason: String!, $clientKey: String!) {
    requestAccess(coordinate: $coordinate, purpose: $purpose, level: $level, reason: $reason, clientKey: $clientKey) { ${REQUEST} }
  }`;
  const { level = 'full', reason } = flags;
  const variables = { coordinate, purpose, level, reason, clientKey: randomUUID() };
  const { requestAccess } = await ask({ ...flags, purpose }, query, variables);
  return requestLines(requestAccess);
}

/** Lists one's own requests. */
export async function mine(flags: RuleFlags): Promise<string> {
  const { purpose } = askerOf(flags);
  const { myAccessRequests } = await ask({ ...flags, purpose }, `{ myAccessRequests { ${REQUEST} } }`, {});
  return myAccessRequests.map(requestLines).join('') || 'No requests.\n';
}

/** Declines a request for a field of one's own rules. */
export async function decline(id: string, flags: RuleFlags): Promise<string> {
  if (!flags.reason) throw new Error('--reason needs a sentence that says why');
  const query = `mutation ($id: ID!, $reason: String!) { declineAccess(id: $id, reason: $reason) { ${REQUEST} } }`;
  return requestLines((await ask(flags, query, { id, reason: flags.reason })).declineAccess);
}

/** Drafts the rule that grants a request, and says how it comes into force. */
export async function grantRequest(id: string, flags: RuleFlags): Promise<string> {
  const { agreement } = flags;
  if (!agreement) throw new Error('--agreement needs the id of an agreement of the owner, or of a new one with --new');
  const newAgreement = flags.new ? JSON.parse(readFileSync(flags.new, 'utf8')) : null;
  const query = `mutation ($input: DraftAccessInput!) { draftAccess(input: $input) { ${REQUEST} } }`;
  const input = { id, agreement, newAgreement, clientKey: randomUUID() };
  const told: ToldRequest = (await ask(flags, query, { input })).draftAccess;
  return `${requestLines(told)}A second person of ${told.owner} looks at it, and approves it:\n  npm run rules -- approve ${told.draft} --as deputy.${told.owner.toLowerCase()}\nThen publish it:\n  npm run rules -- publish --draft ${told.draft} --as ${flags.as}\n`;
}
