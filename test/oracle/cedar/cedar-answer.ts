import {
  type AuthorizationAnswer,
  type Context,
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { EXISTS, HIDDEN, type Question, type WrittenRules } from '../cases/scenario';
import { BROUGHT, typeOf } from '../domain';
import { contextOf } from './cedar-context';
import { fieldOf, levelsOf, principalOf, REGISTRY, rowsOf } from './cedar-entities';
import { cedarPolicies } from './cedar-policies';

const POLICIES = 'rules';

const VARIABLE = /\$(?:requester\.\w+|purpose|caseGiven|today|daysAgo\.\d+)/g;

/** Cedar with a rule set, until it is given the next. */
export class Cedar {
  private readonly variables: readonly string[];

  constructor(rules: WrittenRules) {
    const policies = cedarPolicies(rules);
    this.variables = [...new Set(policies.match(VARIABLE))];
    const answer = preparsePolicySet(POLICIES, { staticPolicies: policies });
    if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
  }

  /** The highest level that Cedar allows, or whether the record exists. */
  answer({ asks, subject, record }: Question): string {
    const type = 'rows' in asks ? asks.rows : typeOf(asks.field);
    const context = contextOf({ subject, type, record, variables: this.variables });
    const principal = principalOf(subject);
    if ('rows' in asks) {
      const rows = rowsOf(asks.rows);
      return allows({ principal, action: 'exist', resource: rows, context, around: [REGISTRY] }) ? EXISTS : HIDDEN;
    }
    const brought = BROUGHT[asks.field];
    const around = [REGISTRY, fieldOf(asks.field), ...(brought === undefined ? [] : [rowsOf(brought)])];
    const seen = levelsOf(asks.field).find(({ level }) =>
      allows({ principal, action: 'see', resource: level, context, around }),
    );
    return seen?.name ?? 'none';
  }
}

interface Ask {
  readonly principal: EntityJson;
  readonly action: 'see' | 'exist';
  readonly resource: EntityJson;
  readonly context: Context;
  /** The other entities that policies read. */
  readonly around: readonly EntityJson[];
}

function allows({ principal, action, resource, context, around }: Ask): boolean {
  return isAllowed(
    statefulIsAuthorized({
      principal: principal.uid,
      action: { type: 'Action', id: action },
      resource: resource.uid,
      context,
      preparsedPolicySetId: POLICIES,
      entities: [principal, resource, ...around],
    }),
  );
}

/** INVARIANT: no policy errs, since Cedar would go on without it. */
function isAllowed(answer: AuthorizationAnswer): boolean {
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors[0]) throw new Error(`a policy errs: ${diagnostics.errors[0].error.message}`);
  return decision === 'allow';
}
