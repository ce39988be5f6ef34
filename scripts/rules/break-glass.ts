import { randomUUID } from 'node:crypto';
import { ask } from './administration';
import { askerOf, type RuleFlags } from './options';

const OPENING = 'id owner agreement party agency person purpose caseReference reason until state finding note';

/** An opening as the graph tells it. */
export interface ToldOpening {
  readonly id: string;
  readonly owner: string;
  readonly agreement: string;
  readonly party: string;
  readonly agency: string;
  readonly person: string;
  readonly purpose: string;
  readonly caseReference: string;
  readonly reason: string;
  readonly until: string;
  readonly state: string;
  readonly finding?: string | null;
  readonly note?: string | null;
}

/** One line of an opening, and a second one with what its owner found. */
export const openingLines = ({ finding, note, ...told }: ToldOpening): string =>
  `${told.state}: ${told.owner}:${told.agreement} until ${told.until}, by ${told.person} of ${told.agency} (${told.party}) for ${told.purpose}, case ${told.caseReference}: ${told.reason} (opening ${told.id})\n${finding ? `  ${finding}: ${note}\n` : ''}`;

/** Opens an agreement's break-glass grants, for oneself. */
export async function openBreakGlass(agreement: string, flags: RuleFlags): Promise<string> {
  const { reason, caseReference } = flags;
  if (!reason || !caseReference) throw new Error('--reason needs a sentence that says why, --case-reference the case');
  const query = `mutation ($agreement: String!, $caseReference: String!, $reason: String!, $clientKey: String!) {
    openBreakGlass(agreement: $agreement, caseReference: $caseReference, reason: $reason, clientKey: $clientKey) { ${OPENING} }
  }`;
  const { purpose } = askerOf(flags);
  const variables = { agreement, caseReference, reason, clientKey: randomUUID() };
  return openingLines((await ask({ ...flags, purpose }, query, variables)).openBreakGlass);
}

/** Ends an opening of one's own agreement. */
export async function endBreakGlass(id: string, flags: RuleFlags): Promise<string> {
  const query = `mutation ($id: ID!) { endBreakGlass(id: $id) { ${OPENING} } }`;
  return openingLines((await ask(flags, query, { id })).endBreakGlass);
}

/** Records what was found about an opening of one's own agreement. */
export async function reviewBreakGlass(id: string, flags: RuleFlags): Promise<string> {
  const { finding, note } = flags;
  if (!finding || !note) throw new Error('--finding needs JUSTIFIED, TOO_WIDE or NOT_JUSTIFIED, --note a sentence');
  const query = `mutation ($id: ID!, $finding: BreakGlassFinding!, $note: String!) {
    reviewBreakGlass(id: $id, finding: $finding, note: $note) { ${OPENING} }
  }`;
  return openingLines((await ask(flags, query, { id, finding, note })).reviewBreakGlass);
}
