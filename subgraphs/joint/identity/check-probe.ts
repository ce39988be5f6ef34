import { requestError } from '@pasarela/schema/errors';
import { checkClientKey } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { LIMITS } from './identity-limits';
import type { IdentityProbeInput } from './identity-probe-input';
import { TOKEN, TOKEN_KINDS } from './probe-tokens';

/** Throws BAD_INPUT for a check that has not the form of one, before anything is looked up or spent. */
export function checkProbe(
  { askedParty, tokens, clientKey }: IdentityProbeInput,
  { requester }: Pick<ServeContext, 'requester'>,
): void {
  const others = LIMITS.parties.filter((party) => party !== requester.party);
  if (others.length === LIMITS.parties.length || !others.includes(askedParty))
    throw requestError('BAD_INPUT', { what: 'askedParty is another party that takes part' });
  if (tokens.length !== TOKEN_KINDS.length || !tokens.every((token) => TOKEN.test(token)))
    throw requestError('BAD_INPUT', { what: `tokens are ${TOKEN_KINDS.length} of 43 characters of base64url` });
  checkClientKey(clientKey);
}
