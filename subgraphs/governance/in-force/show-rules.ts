import { conditionJson } from '@pasarela/schema/access/conditions/write-condition';
import type { Agreement, Cap, Deprecation, Grant } from '@pasarela/schema/access/rule';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import type { TrustStore } from '@pasarela/schema/identity/trust-store';
import { RuleAgreement, RuleGrant } from './rule-agreement';
import { RuleCap } from './rule-cap';
import { RuleDeprecation } from './rule-deprecation';
import { RuleIssuer, RuleParty } from './rule-party';

/** The parties as administrators see them. */
export const showParties = ({ parties }: RuleSet, trust: TrustStore): RuleParty[] =>
  Object.entries(parties).map(([id, { name, contact, agencies }]) => {
    const issuers = showIssuers(id, trust);
    return Object.assign(new RuleParty(), { id, nameEn: name.en, nameEs: name.es, contact, agencies, issuers });
  });

/** INVARIANT: of a key its name is told and nothing else. */
const showIssuers = (party: string, trust: TrustStore): RuleIssuer[] =>
  [...trust.values()]
    .filter((one) => one.party === party)
    .map(({ issuer, keys }) => Object.assign(new RuleIssuer(), { issuer, keys: keys.map(({ kid }) => kid) }));

/** The agreements in force or to come, each with its grants. */
export function showAgreements({ agreements, rules }: RuleSet): RuleAgreement[] {
  return agreements.map((agreement) => showAgreement(agreement, rules.grants));
}

function showAgreement(agreement: Agreement, all: readonly Grant[]): RuleAgreement {
  const { id: name, owner, title, parties, legalGround, from, to, obligations } = agreement;
  const grants = all.filter((grant) => grant.agreement === agreement);
  return Object.assign(new RuleAgreement(), {
    id: `${owner}:${name}`,
    name,
    owner,
    titleEn: title.en,
    titleEs: title.es,
    parties,
    purposes: [...new Set(grants.flatMap(({ purposes }) => purposes))].sort(),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    obligations: {
      deleteBy: obligations.deleteBy,
      passingOnEn: obligations.passingOn.en,
      passingOnEs: obligations.passingOn.es,
    },
    legalGroundEn: legalGround.en,
    legalGroundEs: legalGround.es,
    grants: grants.map(showGrant),
  });
}

function showGrant({ id, coordinates, audience, purposes, level, when }: Grant): RuleGrant {
  const shown = {
    id,
    fields: coordinates,
    ...audienceOf(audience),
    purposes,
    level,
    when: when ? conditionJson(when) : null,
  };
  return Object.assign(new RuleGrant(), shown);
}

const audienceOf = ({ parties, agencies, roles }: Grant['audience']) => ({
  parties: parties ?? null,
  agencies: agencies ?? null,
  roles: roles ?? null,
});

/** The restrictions as administrators see them. */
export const showCaps = ({ rules }: RuleSet): RuleCap[] => rules.caps.map(showCap);

function showCap(cap: Cap): RuleCap {
  const { id: name, owner, guardrails, target, audience, when, unless, reason, scope, level, source } = cap;
  const { coordinates, ...tags } = target;
  return Object.assign(new RuleCap(), {
    id: `${owner}:${name}`,
    name,
    owner,
    guardrails: guardrails ?? null,
    fields: coordinates ?? null,
    ...tags,
    ...audienceOf(audience),
    purposes: cap.purposes ?? null,
    exceptPurposes: cap.exceptPurposes ?? null,
    scope,
    level,
    when: when ? conditionJson(when) : null,
    unless: unless ? conditionJson(unless) : null,
    reasonEn: reason.en,
    reasonEs: reason.es,
    source,
  });
}

/** The fields that are about to go, announced already or not. */
export const showDeprecations = ({ rules }: RuleSet): RuleDeprecation[] =>
  (rules.deprecations ?? []).map(showDeprecation);

/** A deprecation as administrators see it. */
export function showDeprecation({ coordinate, owner, since, until, instead, reason }: Deprecation): RuleDeprecation {
  const text = typeof instead === 'string' ? undefined : instead;
  return Object.assign(new RuleDeprecation(), {
    id: coordinate,
    owner,
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    insteadField: typeof instead === 'string' ? instead : null,
    insteadEn: text?.en ?? null,
    insteadEs: text?.es ?? null,
    reasonEn: reason.en,
    reasonEs: reason.es,
  });
}
