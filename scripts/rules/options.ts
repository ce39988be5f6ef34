import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { type Contract, loadContract } from '@pasarela/schema/contract';
import type { Requester } from '@pasarela/schema/identity/requester';
import { PERSONAS } from '../development/personas';

/** What a command was called with. */
export interface RuleFlags {
  readonly dir: string;
  readonly as?: string;
  readonly purpose?: string;
  readonly at?: string;
  readonly case?: boolean;
  readonly file?: string;
  readonly owner?: string;
  readonly note?: string;
  readonly draft?: string;
  readonly hash?: string;
  readonly key?: string;
  readonly signed?: string;
  readonly tokenFile?: string;
  readonly url?: string;
  readonly against?: string;
  readonly into?: string;
  readonly person?: string;
  readonly tokensBefore?: string;
  readonly issuer?: string;
  readonly issuerKey?: string;
  readonly newKey?: string;
  readonly lost?: boolean;
  readonly thumbprint?: string;
  readonly party?: string;
  readonly agreement?: string;
  readonly to?: string;
  readonly roles?: string;
  readonly agency?: string;
  readonly level?: string;
  readonly reason?: string;
  readonly new?: string;
  readonly caseReference?: string;
  readonly opened?: readonly string[];
  readonly finding?: string;
}

/** The rules of a folder over the committed contract. @throws with every fault, one a line. */
export function rulesIn({ dir }: Pick<RuleFlags, 'dir'>): { ruleSet: RuleSet; contract: Contract } {
  const contract = loadContract();
  const { ruleSet, rejected } = loadRuleSet(dir, contract.labels);
  if (rejected.size > 0) throw new Error([...rejected.values()].map(({ message }) => message).join('\n'));
  return { ruleSet, contract };
}

/** Who is meant by `--as`, for `--purpose`, `--at` a day. @throws one line that says what to give. */
export function askerOf({ as = '', purpose, at, case: caseGiven = false, opened = [] }: RuleFlags) {
  const persona = PERSONAS.get(as);
  if (!persona) throw new Error(`--as needs one of ${[...PERSONAS.keys()].join(', ')}`);
  const stated =
    persona.purposes.find((one) => one === purpose) ?? (purpose === undefined ? persona.purposes[0] : undefined);
  if (!stated) throw new Error(`--purpose needs one that ${as} holds: ${persona.purposes.join(', ')}`);
  const { party, agency, roles, purposes } = persona;
  const requester: Pick<Requester, 'party' | 'agency' | 'roles' | 'purposes'> = { party, agency, roles, purposes };
  return { requester, purpose: stated, at: instantOf(at), caseGiven, opened };
}

/** The instant of a day; now where none is said. @throws one line that says what to give. */
export function instantOf(day: string | undefined): number {
  const instant = day === undefined ? Date.now() : Date.parse(day);
  if (Number.isNaN(instant)) throw new Error('--at needs a day like 2026-12-31');
  return instant;
}
