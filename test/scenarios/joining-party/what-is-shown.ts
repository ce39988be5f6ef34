import { Planner } from '@pasarela/gateway/plan/planner';
import { Decider } from '@pasarela/schema/access/decider';
import { loadContract } from '@pasarela/schema/contract';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { HttpAnswer } from '../../federation/open-federation';
import { shippedRules } from '../hostile-gateway/askers';
import { type FieldPath, pathsToEveryField } from '../hostile-gateway/field-paths';
import { queryFor } from '../hostile-gateway/field-queries';
import type { JoiningParty } from './joining-party';

/** What became of a field that was asked for. */
export interface AskedField {
  readonly coordinate: string;
  /**
   * WITHHELD: itself, or something on every way to it. UNKNOWN_FIELD: it does not exist for the requester.
   * TOO_COSTLY: the only way to it leads through more lists than may be asked.
   */
  readonly outcome: 'SHOWN' | 'WITHHELD' | 'UNKNOWN_FIELD' | 'TOO_COSTLY';
}

/** Short, so that few ways through lists cost more than may be asked. */
const SHORT_PAGE = 'first: 2';

/** The sensitivity of a field; of what follows another field, none. */
export function sensitivityOf(coordinate: string): string {
  const label = labels.fields.get(coordinate);
  return label && !label.structural && !label.key ? String(label.sensitivity) : 'NONE';
}

const { labels, supergraph } = loadContract();

/** Asks for every field of the whole exchange, one by one, and says what became of each. */
export async function askForEverything(party: JoiningParty, purpose: Purpose): Promise<AskedField[]> {
  const requester = { party: party.party, agency: 'PF', roles: ['ANALYST'] as const };
  const decider = new Decider(shippedRules(), { requester, purpose, at: Date.now(), caseGiven: false });
  const asked: AskedField[] = [];
  for (const one of pathsToEveryField(new Planner(supergraph).apiSchema, decider, [])) {
    const answer = await party.ask(queryFor(one).replaceAll('first: 100', SHORT_PAGE), purpose);
    asked.push({ coordinate: one.coordinate, outcome: outcomeOf(one, answer) });
  }
  return asked;
}

function outcomeOf({ coordinate, decided }: FieldPath, { status, body }: HttpAnswer): AskedField['outcome'] {
  const code = body.errors?.[0]?.extensions?.code;
  if (code === 'UNKNOWN_FIELD' || code === 'TOO_COSTLY') return code;
  if (status !== 200 || body.errors) throw new Error(`${coordinate}: ${status} ${code}`);
  const notices: Array<{ code: string; coordinate: string }> = body.extensions.notices;
  return notices.some((notice) => notice.code === 'WITHHELD' && decided.includes(notice.coordinate))
    ? 'WITHHELD'
    : 'SHOWN';
}
