import type { Audience } from '@pasarela/schema/access/rule';
import { namesRows, type WrittenCap, type WrittenGrant, type WrittenRules } from '../cases/scenario';
import { CHAINS, JOINT, kindOf, typeOf } from '../domain';
import { cedarCondition } from './cedar-condition';
import { contributorForbids, type GrantOfRows, hidesWhoever, isGrantors, isUnder, limitsJoint } from './cedar-joint';
import { allOf, anyOf, entities, not, text } from './cedar-text';

/** What holds without any rule. A resource of `see` is one level of one field, of `exist` a record of a type. */
const ALWAYS = `
permit (principal, action == Action::"see", resource)
when { resource.field has sensitivity && resource.field.sensitivity == "PUBLIC" };
permit (principal, action == Action::"exist", resource);
forbid (principal, action == Action::"see", resource)
unless { resource.field has owner && resource.field has sensitivity };
forbid (principal, action == Action::"see", resource)
unless { Registry::"parties".hasTag(principal.party) };
`;

const OF_OWN_AGENCY =
  '(Registry::"parties".hasTag(principal.party) && Registry::"parties".getTag(principal.party).contains(principal.agency))';

/** A rule set as Cedar policies. */
export const cedarPolicies = ({ grants, caps }: WrittenRules): string =>
  [
    ALWAYS,
    ...grants.map(permitOf),
    ...caps.flatMap((cap) => (namesRows(cap) ? rowForbids(cap) : [forbidOf(cap)])),
    contributorForbids(grants.flatMap(grantsOfRows)),
  ].join('\n');

const policy = (effect: 'permit' | 'forbid', action: 'see' | 'exist', conditions: readonly string[]): string =>
  `${effect} (principal, action == Action::"${action}", resource)\nwhen { ${conditions.filter((part) => part !== 'true').join('\n  && ')} };`;

/** A grant permits its level and those below. */
function permitOf(grant: WrittenGrant): string {
  const { coordinates, level, when } = grant;
  return policy('permit', 'see', [
    `resource in ${entities('Field', coordinates)}`,
    within(level),
    isGranted(grant),
    isGrantors(grant),
    when ? cedarCondition(when).isTrue : 'true',
  ]);
}

/** Of the joint types of which a grant shows something. */
function grantsOfRows(grant: WrittenGrant): GrantOfRows[] {
  const { coordinates, level, agreement, when } = grant;
  const types = coordinates.filter((coordinate) => showsJoint(coordinate, level)).map(typeOf);
  const matches = (rows: string) =>
    allOf([isGranted(grant), when ? not(cedarCondition(when, rows).neverTrue) : 'true']);
  return [...new Set(types)].map((type) => ({ type, party: agreement.owner, matches }));
}

function showsJoint(coordinate: string, level: string): boolean {
  const isShown = level === 'full' || CHAINS[kindOf(coordinate)].indexOf(level) > 0;
  return isShown && typeOf(coordinate) in JOINT;
}

/** Whether a grant is in force and for who asks. */
const isGranted = ({ agreement, audience, purposes, breakGlass }: WrittenGrant): string =>
  allOf([
    `context.at >= ${instant(agreement.from)} && context.at < ${instant(agreement.to)}`,
    `${text(purposes)}.contains(context.purpose)`,
    inAudience(audience),
    audience.agencies ? OF_OWN_AGENCY : 'true',
    breakGlass ? `context.open.contains("${agreement.owner}:${agreement.id}")` : 'true',
  ]);

/** A cap forbids the levels above its own. */
function forbidOf(cap: WrittenCap): string {
  const { when, unless } = conditionsOf(cap);
  return policy('forbid', 'see', [
    reaches(cap),
    ofOwner(cap, 'resource.field'),
    matches(cap, 'resource.field'),
    not(within(cap.level)),
    when ? not(when.isFalse) : 'true',
    unless ? not(unless.isTrue) : 'true',
  ]);
}

/** A row rule forbids the record, and, where the request alone settles it, every level of what brings such records. */
function rowForbids(cap: WrittenCap): string[] {
  const { when, unless } = conditionsOf(cap);
  const rule = (rows: string) => [reachesRows(cap, rows), ofOwner(cap, rows), matches(cap, rows)];
  return [
    policy('forbid', 'exist', [
      ...rule('resource'),
      when ? not(when.isFalse) : 'true',
      unless ? not(unless.isTrue) : 'true',
    ]),
    policy('forbid', 'see', [
      'resource.field has brought',
      ...rule('resource.field.brought'),
      hidesWhoever(cap, 'resource.field.brought'),
      when ? when.neverFalse : 'true',
      unless ? unless.neverTrue : 'true',
    ]),
  ];
}

const conditionsOf = ({ when, unless }: WrittenCap) => ({
  when: when && cedarCondition(when),
  unless: unless && cedarCondition(unless),
});

const instant = (at: number): string => `datetime(${text(new Date(at).toISOString())})`;

/** The resource's level is not above a level of its chain; a level off the chain counts as none. */
const within = (level: string): string =>
  `(resource.chain has ${text(level)} && resource.rank <= resource.chain[${text(level)}])`;

const inAudience = ({ parties, agencies, roles }: Audience): string =>
  allOf([
    parties ? `${text(parties)}.contains(principal.party)` : 'true',
    agencies ? `(${text(agencies)}.contains(principal.agency) || !${OF_OWN_AGENCY})` : 'true',
    roles ? `${text(roles)}.containsAny(principal.roles)` : 'true',
  ]);

/** Whether a cap matches a request, of which the owned thing is a field or a type of records. */
const matches = (cap: WrittenCap, owned: string): string => {
  const { scope, purposes, exceptPurposes, audience } = cap;
  return allOf([
    limitsJoint(cap, owned),
    scope === 'ALWAYS' ? 'true' : not(`${owned} has owner && ${owned}.owner == principal.party`),
    purposes ? `${text(purposes)}.contains(context.purpose)` : 'true',
    exceptPurposes ? not(`${text(exceptPurposes)}.contains(context.purpose)`) : 'true',
    inAudience(audience),
  ]);
};

const ofOwner = ({ owner }: WrittenCap, owned: string): string => (owner === 'ALL' ? 'true' : isUnder(owner, owned));

function reaches({ target: { coordinates, types, about, kinds, sensitivities, returning } }: WrittenCap): string {
  const tags = [
    about && `resource.field.about.containsAny(${text(about)})`,
    kinds && `${text(kinds)}.contains(resource.field.kind)`,
    sensitivities && `resource.field has sensitivity && ${text(sensitivities)}.contains(resource.field.sensitivity)`,
    returning && 'resource.field has brought && resource.field.brought has of',
    returning && `${text(returning)}.contains(resource.field.brought.of)`,
  ].filter((tag) => tag !== undefined);
  return allOf([
    'resource.field has about && !resource.field.structural && !resource.field.key',
    anyOf([
      coordinates ? `resource in ${entities('Field', coordinates)}` : 'false',
      types ? `(resource.field.nullable && resource in ${entities('Type', types)})` : 'false',
      tags.length > 0 ? allOf(tags) : 'false',
    ]),
  ]);
}

const reachesRows = ({ target: { rows, rowsOf } }: WrittenCap, records: string): string =>
  anyOf([
    rows ? `${records} in ${entities('Rows', rows)}` : 'false',
    rowsOf ? `(${records} has of && ${text(rowsOf)}.contains(${records}.of))` : 'false',
  ]);
