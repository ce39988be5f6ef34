import type { Answered } from '../request-state';

/**
 * What the rules said of an answer, as a text that is the same as long as they say the same: its notices, which
 * follow from question, requester and rules alone, the version of the rules, and the agreements.
 */
export function decisionOf({ body }: Answered): string {
  const { notices, disclosure } = body.extensions as Record<string, Record<string, unknown>>;
  return JSON.stringify([notices, disclosure?.ruleSetVersion, disclosure?.agreements]);
}
