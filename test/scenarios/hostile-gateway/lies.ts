import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import { sightingsRules } from '../../fixtures/sightings/open-sightings';
import type { Asker } from './askers';
import type { HostileGateway, Lies } from './hostile-gateway';

/** A question that a subgraph answers to an asker. */
export interface Question {
  readonly subgraph: string;
  readonly asker: Asker;
  readonly query: string;
}

/** What each subgraph answers when nothing is wrong: without it a refusal would show nothing. */
export const ANSWERED: readonly Question[] = [
  {
    subgraph: 'colombia-departures',
    asker: { as: 'dashboard.usa', purpose: 'STATISTICS' },
    query: '{ mirrorPeriods { period departures { series } } }',
  },
  {
    subgraph: 'colombia-regularization',
    asker: { as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT' },
    query: '{ permits(first: 2) { edges { node { currentStage registeredOn } } } }',
  },
  {
    subgraph: 'panama-darien-flow',
    asker: { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' },
    query: '{ crossingRecords(first: 2) { edges { node { sex crossedOn travelGroup } } } }',
  },
  {
    subgraph: 'usa-smuggling-cases',
    asker: { as: 'investigator.pan', purpose: 'ENFORCEMENT' },
    query: '{ usaSmugglingCases(first: 2) { edges { node { status openedOn caseNumber } } } }',
  },
];

/** What each of the same subgraphs withholds from the same asker; nothing is withheld of what is all published. */
export const WITHHELD: Readonly<Record<string, string>> = {
  'colombia-regularization': '{ permits(first: 2) { edges { node { holder { fullName } } } } }',
  'panama-darien-flow': '{ crossingRecords(first: 2) { edges { node { fullName } } } }',
  'usa-smuggling-cases': '{ usaSmugglingCases(first: 2) { edges { node { sourceIdentity } } } }',
};

const MINUTE = 60_000;
/** A purpose that no persona's token carries beside its own. */
const PURPOSE_OF_OTHERS: Readonly<Record<string, string>> = {
  STATISTICS: 'ENFORCEMENT',
  MIGRATION_MANAGEMENT: 'PROTECTION',
  ENFORCEMENT: 'CHILD_PROTECTION',
};

/** Lies about rules: the subgraph holds others, and says so without data. */
export const LIES_ABOUT_RULES: Readonly<Record<string, () => Lies>> = {
  'a version that nobody knows': () => ({ asserted: { ruleSetVersion: '0123456789abcdef' } }),
  'no version': () => ({ asserted: { ruleSetVersion: '' } }),
  'the version of rules that are in force elsewhere': () => ({
    asserted: { ruleSetVersion: versionOfFolder(sightingsRules) },
  }),
};

/** Lies about who asks, why and when: the subgraph does not say which one it saw. */
export const LIES_ABOUT_THE_REQUEST: Readonly<
  Record<string, (question: Question, gateway: HostileGateway, now: () => number) => Lies | Promise<Lies>>
> = {
  'a purpose that the token does not carry': ({ asker }) => ({
    asserted: { purpose: PURPOSE_OF_OTHERS[asker.purpose], caseReference: 'CASE-1' },
  }),
  'a purpose that is none': () => ({ asserted: { purpose: 'EVERYTHING' } }),
  'a decision of forty seconds ago': (_, _gateway, now) => ({ asserted: { decidedAt: now() - 40_000 } }),
  'a decision of the next minute': (_, _gateway, now) => ({ asserted: { decidedAt: now() + MINUTE } }),
  'a decision of no time': () => ({ asserted: { decidedAt: 'now' } }),
  'an assertion of a minute ago': () => ({ assertedMsAgo: MINUTE }),
  'an assertion of the next minute': () => ({ assertedMsAgo: -MINUTE }),
  'a signature of a minute ago': () => ({ fetchedMsAgo: MINUTE }),
  'a signature of the next minute': () => ({ fetchedMsAgo: -MINUTE }),
  "another requester's token": async (_, gateway) => ({
    token: await gateway.token({ as: 'protection.usa', purpose: 'PROTECTION' }),
    asserted: { tokenDigest: 'of-the-first' },
  }),
  "the digest of another requester's token": async (_, gateway) => ({
    asserted: { tokenDigest: tokenDigest(await gateway.token({ as: 'protection.usa', purpose: 'PROTECTION' })) },
  }),
  'an assertion for another subgraph': ({ subgraph }) => ({ audience: another(subgraph) }),
  'a signature under the key of another subgraph': ({ subgraph }) => ({ pairwiseOf: another(subgraph) }),
  'an assertion of another gateway': () => ({ gateway: 'another-gateway' }),
};

const another = (subgraph: string): string =>
  subgraph === 'colombia-departures' ? 'panama-darien-flow' : 'colombia-departures';

/** Claims about the requester that an assertion could make; the token alone says who asks. */
export const CLAIMS_OF_AN_OWNER = {
  party: 'PAN',
  agency: 'SNM',
  roles: ['PROTECTION_OFFICER', 'INVESTIGATOR', 'ANALYST'],
  purposes: ['PROTECTION', 'ENFORCEMENT', 'MIGRATION_MANAGEMENT'],
  requester: { party: 'USA', agency: 'DOJ', roles: ['INVESTIGATOR'] },
  sub: 'protection.pan',
  level: 'full',
};

/** The same as headers. */
export const HEADERS_OF_AN_OWNER: Readonly<Record<string, string>> = {
  'x-party': 'PAN',
  'x-agency': 'SNM',
  'x-roles': 'PROTECTION_OFFICER',
  'x-purpose': 'PROTECTION',
  'x-case-reference': 'CASE-1',
  'x-requester': JSON.stringify({ party: 'PAN', agency: 'SNM', roles: ['PROTECTION_OFFICER'] }),
  'x-pasarela-requester': JSON.stringify({ party: 'USA', agency: 'DOJ', roles: ['INVESTIGATOR'] }),
  'x-pasarela-level': 'full',
  'x-withheld': 'show',
};
