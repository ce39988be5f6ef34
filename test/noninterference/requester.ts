import { Decider } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import type { Contract } from '@pasarela/schema/contract';
import { PURPOSES_WITH_CASE, type Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester as Identity } from '@pasarela/schema/identity/requester';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import type { OpenFederation } from '../federation/open-federation';

/** Somebody who asks, and for what. */
export interface Asker {
  readonly persona: string;
  readonly purposes: readonly Purpose[];
}

/** An asker with the decisions that the rules come to, one decider a purpose. */
export interface Requester extends Asker {
  readonly identity: Identity;
  readonly deciders: ReadonlyMap<Purpose, Decider>;
}

/** What an asker's decisions are made with. */
export interface DecisionBase {
  readonly contract: Contract;
  /** Whose rules decide. */
  readonly plain: Pick<OpenFederation, 'rulesDirectory'>;
  readonly now: Date;
}

/** Decides for an asker, by a federation's rules. */
export function requesterOf({ persona, purposes }: Asker, { contract, plain, now }: DecisionBase): Requester {
  const { ruleSet } = loadRuleSet(plain.rulesDirectory, contract.labels);
  const known = PERSONAS.get(persona);
  if (!known) throw new Error(`There is no persona ${persona}.`);
  const identity: Identity = {
    ...known,
    id: persona,
    issuer: persona,
    key: 'key',
    issuedAt: 0,
    expiresAt: Number.POSITIVE_INFINITY,
  };
  const decider = (purpose: Purpose) =>
    new Decider(ruleSet, { requester: identity, purpose, at: now.getTime(), caseGiven: needsCase(purpose) });
  return { persona, purposes, identity, deciders: new Map(purposes.map((purpose) => [purpose, decider(purpose)])) };
}

/** Whether a request for a purpose names the case that it serves. */
export const needsCase = (purpose: Purpose): boolean => PURPOSES_WITH_CASE.includes(purpose);
