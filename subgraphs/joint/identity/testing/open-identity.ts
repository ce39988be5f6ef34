import { type OpenDomain, openDomain, type TestRequester } from '@pasarela/serve/testing/open-domain';
import type { Connection } from 'mongoose';
import { jointIdentity } from '../index';
import { mayBeFound } from '../may-be-found';
import { emptyToken, probeTokens } from '../probe-tokens';
import { syntheticTravellers } from '../seed';
import { syntheticPairKey } from '../synthetic-keys';
import type { SyntheticTraveller } from '../synthetic-traveller';

const SCALE = 0.01;
const MINUTE = 60_000;

/** The domain on a store of its own, with a clock that stands still until it is moved. */
export interface OpenIdentity extends Pick<OpenDomain, 'close'> {
  readonly connection: Connection;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** Until every reply of what was sent is ready. */
  passBatch(): void;
  now(): Date;
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape that it expects by reading it.
  ask(query: string, variables?: Record<string, unknown>, requester?: TestRequester): Promise<any>;
  /** Sends a check of the United States to Panama. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  probe(tokens: readonly string[], requester?: TestRequester, input?: object): Promise<any>;
}

const PROBE =
  'mutation ($input: IdentityProbeInput!) { probe: probeIdentity(input: $input) { ticket result hit replyFrom } }';

/** Opens and seeds the domain; close it at the end of the test. */
export async function openIdentity(at = '2026-01-15T12:03:00Z'): Promise<OpenIdentity> {
  let connection: Connection | undefined;
  let instant = Date.parse(at);
  let key = 0;
  const { seed } = jointIdentity;
  const fill: typeof seed.fill = async (options) => {
    connection = options.connection;
    await seed.fill(options);
  };
  const domain = await openDomain({ ...jointIdentity, seed: { ...seed, fill } }, SCALE);
  const now = () => new Date(instant);
  const ask: OpenIdentity['ask'] = (query, variables, requester) =>
    domain.ask(query, variables, {
      party: 'USA',
      purpose: 'MIGRATION_MANAGEMENT',
      caseReference: 'CASE-1',
      now: now(),
      ...requester,
    });
  return {
    connection: connection as Connection,
    close: domain.close,
    now,
    pass: (milliseconds) => {
      instant += milliseconds;
    },
    passBatch: () => {
      instant += 11 * MINUTE;
    },
    ask,
    probe: (tokens, requester, input) => {
      key += 1;
      return ask(PROBE, { input: { askedParty: 'PAN', tokens, clientKey: `key-${key}`, ...input } }, requester);
    },
  };
}

/** Travellers of Panama whom the United States may find. */
export const FOUND: readonly SyntheticTraveller[] = syntheticTravellers('PAN', SCALE).filter((traveller) =>
  mayBeFound(traveller, 'USA'),
);

/** The tokens by which the United States asks Panama for a traveller. */
export const tokensFor = (traveller: SyntheticTraveller): string[] =>
  probeTokens(traveller, { asking: 'USA', asked: 'PAN', key: syntheticPairKey('USA', 'PAN') });

/** Tokens of somebody whom nobody knows. */
export const nobody = (): string[] => [emptyToken(), emptyToken()];
