import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { jointIdentity } from '@pasarela/joint-identity/index';
import { emptyToken, probeTokens } from '@pasarela/joint-identity/probe-tokens';
import { seedOf, syntheticTravellers } from '@pasarela/joint-identity/seed';
import { syntheticPairKey } from '@pasarela/joint-identity/synthetic-keys';
import type { SyntheticTraveller } from '@pasarela/joint-identity/synthetic-traveller';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { withoutLot } from '../federation/without-lot';

/** What can be seen from outside of one world, and how large its logs of evidence are. */
export interface SeenWorld {
  /** Answers in the order in which they were asked for; random ids, which differ in any two, in one form of their length. */
  readonly answers: readonly string[];
  /** Bytes of each file of evidence. */
  readonly evidence: ReadonlyArray<readonly [file: string, bytes: number]>;
}

/** A person whom the United States asks Panama for. */
export const TARGET: SyntheticTraveller = {
  ...(syntheticTravellers('PAN', 0.005)[0] as SyntheticTraveller),
  id: 'SYNTHETIC-PAN-target',
  familyName: 'SYNTHETIC TARGET',
  documentNumber: 'ST0000001',
  issuingState: 'VEN',
  nationality: 'VEN',
  habitualResidence: 'VEN',
  claimedNationalities: [],
  minor: false,
  victim: false,
  claimant: false,
};
/** A second one, whom it may find. */
const OTHER: SyntheticTraveller = {
  ...TARGET,
  id: 'SYNTHETIC-PAN-other',
  documentNumber: 'ST0000002',
  familyName: 'SYNTHETIC OTHER',
};

const START = Date.parse('2026-02-10T12:03:00Z');
const BATCH = 11 * 60_000;

/** Opens two worlds, which differ only in whether Panama knows a person; gives what is seen of both. */
export async function seenWorlds(person: SyntheticTraveller): Promise<readonly [SeenWorld, SeenWorld]> {
  const without = await openWorld([OTHER]);
  try {
    const withPerson = await openWorld([OTHER, person], without.federation);
    try {
      return [await seenOf(without, person), await seenOf(withPerson, person)];
    } finally {
      await withPerson.federation.close();
    }
  } finally {
    await without.federation.close();
  }
}

interface World {
  readonly federation: OpenFederation;
  readonly clock: { now: number };
}

async function openWorld(people: readonly SyntheticTraveller[], twinOf?: OpenFederation): Promise<World> {
  const clock = { now: START };
  const now = () => new Date(clock.now);
  const seed = seedOf((owner, scale) => (owner === 'PAN' ? people : syntheticTravellers(owner, scale)));
  const federation = await openFederation({
    definitions: [{ ...jointIdentity, seed }],
    scale: 0.005,
    now,
    tokensAt: now,
    ...(twinOf && { keysFrom: twinOf.dataDirectory }),
  });
  return { federation, clock };
}

const PROBE = `mutation ($input: IdentityProbeInput!) { probeIdentity(input: $input) { ticket askedParty replyFrom result hit } }`;
const REPLY = `query ($ticket: ID!) { identityProbe(ticket: $ticket) { ticket result hit replyFrom } }`;
const INBOX = '{ identityInbox { hit side state partner caseReference purpose subject since until version } }';
const DETAILS = `query ($hit: ID!) { identityDetails(hit: $hit) { documentStatus nationality subject } }`;
const APPROVE = `mutation ($hit: ID!) { approveIdentityHit(input: { hit: $hit, expectedVersion: 1, clientKey: "key" }) { state } }`;
const FIGURES = `{ identityCheckFigures(from: "2026-01", to: "2026-02") { party month result latency checks { value state } } }`;
const JOINT = '{ jointIdentityFigures(figure: CASES_LINKED_IN_TWO_COUNTRIES) { release count { value state } } }';
const CASES = ['USA-2026-1', 'USA-2026-2'];

/** Everybody asks all that there is to be asked, in one order, while the United States checks somebody again and again. */
async function seenOf({ federation, clock }: World, person: SyntheticTraveller): Promise<SeenWorld> {
  const texts: string[] = [];
  const ask = async (as: string, query: string, variables: object = {}, caseReference = CASES[0]) => {
    const purpose = /^(analyst|dashboard)/.test(as) ? 'STATISTICS' : 'MIGRATION_MANAGEMENT';
    const headers = { 'x-case-reference': String(caseReference) };
    const { text, body } = await federation.ask({ as, purpose, query, variables: { ...variables }, headers });
    texts.push(text);
    return body;
  };
  const tokensOf = (target: SyntheticTraveller) =>
    probeTokens(target, { asking: 'USA', asked: 'PAN', key: syntheticPairKey('USA', 'PAN') });
  let sent = 0;
  const probe = async (tokens: readonly string[], caseReference?: string) => {
    sent += 1;
    const input = { askedParty: 'PAN', tokens, clientKey: `key-${sent}` };
    return (await ask('border.usa', PROBE, { input }, caseReference)).data?.probeIdentity;
  };
  const everybody = async () => {
    for (const party of ['col', 'pan', 'usa']) {
      await ask(`administrator.${party}`, INBOX);
      await ask(`analyst.${party}`, FIGURES);
    }
  };
  const probes = [];
  for (const caseReference of CASES) {
    probes.push(await probe(tokensOf(person), caseReference));
    // Again in the same case: refused, and answered alike.
    await probe(tokensOf(person), caseReference);
  }
  probes.push(await probe(tokensOf(OTHER)), await probe([emptyToken(), emptyToken()]));
  await everybody();
  clock.now += BATCH;
  for (const { ticket, hit } of probes) {
    await ask('border.usa', REPLY, { ticket });
    await ask('border.usa', DETAILS, { hit });
    await ask('administrator.usa', APPROVE, { hit });
  }
  await everybody();
  clock.now += 31 * 86_400_000;
  await everybody();
  await probe(tokensOf(person));
  await ask('analyst.col', JOINT);
  return { answers: texts.map(comparable), evidence: await sizesIn(federation) };
}

/** An answer without what is random in every answer. INVARIANT: what stands in its place is as long, so sizes are compared too. */
const comparable = (text: string): string =>
  withoutLot(text)
    .replaceAll(/\b[0-9a-f]{24}\b/g, blotted)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, blotted);

const blotted = (random: string): string => '*'.repeat(random.length);

async function sizesIn({ dataDirectory }: OpenFederation): Promise<SeenWorld['evidence']> {
  const folder = path.join(dataDirectory, 'evidence');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Checkpoints are made as the machine's own seconds go by.
  const kept = entries.filter((entry) => entry.isFile() && entry.name !== 'checkpoints.jsonl');
  const files = kept.map((entry) => path.join(entry.parentPath, entry.name));
  const sized = files.sort().map(async (file) => [path.relative(folder, file), (await stat(file)).size] as const);
  return Promise.all(sized);
}
