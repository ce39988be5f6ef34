import path from 'node:path';
import { OWNER_ALL } from '../labels/label';
import { RuleFileError } from './read-yaml';
import type { Cap } from './rule';
import type { RuleSet } from './rule-set';

/** The guardrails of ALL as they are read now, where from (for messages), and the rules that were in force before. */
export interface GuardrailsRead {
  readonly caps: readonly Cap[];
  readonly origin: string;
  readonly previous: RuleSet | undefined;
}

/**
 * Why a rule set is refused for the guardrails of ALL that it lacks; undefined when it lacks none.
 *
 * INVARIANT: they never vanish with a file that was moved, renamed or misnamed by mistake.
 */
export function lackOfGuardrails(read: GuardrailsRead): RuleFileError | undefined {
  const cause = causeOf(read);
  return cause === undefined ? undefined : new RuleFileError(path.join(read.origin, 'guardrails'), 0, cause);
}

function causeOf({ caps, previous }: GuardrailsRead): string | undefined {
  const now = namesIn(caps);
  if (now.size === 0) return `holds no guardrails of owner ${OWNER_ALL}; files end in .yaml`;
  const gone = [...namesIn(previous?.rules.caps ?? [])].filter((name) => !now.has(name));
  return gone.length === 0 ? undefined : `holds no ${gone.join(', ')} any more; start again to go on without it`;
}

const namesIn = (caps: readonly Cap[]) =>
  new Set(caps.filter(({ owner }) => owner === OWNER_ALL).map(({ guardrails }) => guardrails));
