import { requestError } from '@pasarela/schema/errors';

const MAX_REASON = 1000;

/** What a reason may be; it is said wherever one is written. */
export const REASON_DESCRIPTION = `In 1 to ${MAX_REASON} characters. No person's data, please: others read it.`;

/** Throws BAD_INPUT when a reason is empty or too long. */
export function checkReason(reason: string, name = 'reason'): void {
  if (reason.trim() === '' || reason.length > MAX_REASON)
    throw requestError('BAD_INPUT', { what: `${name} has 1 to ${MAX_REASON} characters` });
}
