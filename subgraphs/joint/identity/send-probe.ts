import { createHash, randomBytes } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { checkProbe } from './check-probe';
import { LIMITS } from './identity-limits';
import { type IdentityProbeRow, identityProbeModel } from './identity-probe.model';
import type { IdentityProbeInput } from './identity-probe-input';
import { officerOf } from './officer-of';
import { batchAt, replyTimeOf } from './probe-batch';
import { ProbeResult } from './probe-result';
import { spendProbe } from './spend-probes';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';

const HOUR_MS = 3_600_000;
const ID_BYTES = 12;
const randomId = (): string => randomBytes(ID_BYTES).toString('hex');

/**
 * Puts a check into the batch that is open, once for a client's key. Nothing is compared yet.
 * @throws BAD_INPUT, PROBE_CASE_REQUIRED, and what `spendProbe` refuses.
 */
export async function sendProbe(input: IdentityProbeInput, context: ServeContext): Promise<IdentityProbeRow> {
  checkProbe(input, context);
  const { caseReference } = context;
  if (!caseReference) throw requestError('PROBE_CASE_REQUIRED');
  const sent = await sentBefore(input, context);
  if (sent) return sent;
  const { party } = context.requester;
  const { askedParty: asked, tokens } = input;
  try {
    await spendProbe({ party, asked, caseReference, tokens }, context.now, context.connection);
  } catch (refused) {
    // A retry that came at the same time may have spent it.
    const meanwhile = await sentBefore(input, context);
    if (meanwhile) return meanwhile;
    throw refused;
  }
  return stored(newProbe(input, { ...context, caseReference }), input, context);
}

/** INVARIANT: of what was asked only a digest stands beside the client's key. */
const inputDigest = ({ askedParty, tokens, document }: IdentityProbeInput, caseReference: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([askedParty, tokens, document?.format, document?.failedChecks, caseReference]))
    .digest('base64url');

async function sentBefore(input: IdentityProbeInput, context: ServeContext): Promise<IdentityProbeRow | null> {
  const requestKey = requestKeyOf(input.clientKey, context.requester);
  const sent = await identityProbeModel(context.connection).findOne({ requestKey }).lean<IdentityProbeRow>();
  checkSameInput(sent, inputDigest(input, context.caseReference));
  return sent;
}

function newProbe(
  input: IdentityProbeInput,
  { requester, purpose, now, caseReference }: ServeContext & { readonly caseReference: string },
): IdentityProbeRow {
  const batch = batchAt(now);
  return {
    _id: randomId(),
    dataset: SYNTHETIC_IDENTITY,
    contributedBy: requester.party,
    asked: input.askedParty,
    officer: officerOf(requester),
    caseReference,
    purpose,
    batch,
    sentAt: now.getTime(),
    tokens: input.tokens,
    checksFailed: (input.document?.failedChecks.length ?? 0) > 0,
    result: ProbeResult.QUEUED,
    hit: randomId(),
    requestKey: requestKeyOf(input.clientKey, requester),
    requestInput: inputDigest(input, caseReference),
    expiresAt: replyTimeOf(batch) + LIMITS.replyKeptHours * HOUR_MS,
  };
}

/** INVARIANT: the unique index decides between two that use one key at once. */
async function stored(
  probe: IdentityProbeRow,
  input: IdentityProbeInput,
  context: ServeContext,
): Promise<IdentityProbeRow> {
  try {
    await identityProbeModel(context.connection).create(probe);
    return probe;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await sentBefore(input, context)) ?? probe;
  }
}
