import type { FieldLabel, LabelTable } from '../labels/label';
import { OWNER_ALL } from '../labels/label';
import { checkFieldCondition, checkRequesterNames, checkRowRule, conditionOf } from './check-rule-conditions';
import { CHAINS, NONE, rankOf } from './levels';
import type { Audience, Cap, Grant } from './rule';
import type { Fault, RuleContext } from './rule-context';
import { isRowRule, reachedBy } from './rule-set';

/** Throws when a file belongs to nobody that is known, or its agreement names somebody unknown. */
export function checkParties(
  named: { owner: string; parties?: readonly string[] },
  context: RuleContext,
  fault: Fault,
) {
  if (named.owner !== OWNER_ALL && !context.parties[named.owner])
    throw unknownParty(['owner'], named.owner, context, fault);
  const stranger = named.parties?.find((party) => !context.parties[party]);
  if (stranger) throw unknownParty(['parties'], stranger, context, fault);
}

/** Throws when a grant names what does not exist, is not its owner's, or has a level off the chain. */
export function checkGrant(grant: Grant, context: RuleContext, fault: Fault): void {
  checkAudience(grant.audience, context, fault);
  if (grant.when) checkRequesterNames(grant.when, context, (place, cause) => fault(['when', ...place], cause));
  const { agreement } = grant;
  if (agreement.to <= agreement.from) throw fault([], `agreement ${agreement.id} ends before it begins`);
  const outsider = grant.audience.parties?.find((party) => !agreement.parties.includes(party));
  if (outsider) throw fault(['audience', 'parties'], `${outsider} is no party to agreement ${agreement.id}`);
  for (const coordinate of grant.coordinates) {
    const label = labelOf(coordinate, context, fault);
    if (label.owner !== agreement.owner)
      throw fault(placeOf(coordinate), `${coordinate} belongs to ${label.owner}, not to ${agreement.owner}`);
    checkLevel(label, grant.level, fault);
    if (grant.when)
      checkFieldCondition(grant.when, label, { context, fault: (place, cause) => fault(['when', ...place], cause) });
  }
}

/** Throws when a cap says no fields, names what does not exist or is always answered, or has a level off the chain. */
export function checkCap(cap: Cap, context: RuleContext, fault: Fault): void {
  checkAudience(cap.audience, context, fault);
  checkTarget(cap, fault);
  const { condition, place } = conditionOf(cap);
  if (condition) checkRequesterNames(condition, context, (inner, cause) => fault([place, ...inner], cause));
  if (isRowRule(cap)) {
    checkRowRule(cap, context, fault);
    return;
  }
  checkTypes(cap, context, fault);
  for (const coordinate of reachedBy(cap, context.labels)) checkCappedField(cap, coordinate, { context, fault });
}

function checkCappedField(cap: Cap, coordinate: string, { context, fault }: { context: RuleContext; fault: Fault }) {
  const label = labelOf(coordinate, context, fault);
  if (cap.owner !== OWNER_ALL && label.owner !== cap.owner)
    throw fault(placeOf(coordinate), `${coordinate} belongs to ${label.owner}, not to ${cap.owner}`);
  if (label.key) throw fault(placeOf(coordinate), `${coordinate} is a key, which is always answered: no cap limits it`);
  checkLevel(label, cap.level, fault);
  if (!label.nullable && cap.level === NONE)
    throw fault(placeOf(coordinate), `${coordinate} can never be blank, so it cannot be withheld`);
  const { condition, place } = conditionOf(cap);
  if (!condition) return;
  checkFieldCondition(condition, label, {
    context,
    fault: (inner, cause) => fault([place, ...inner], cause),
    reach: (cap.target.coordinates ?? cap.target.types) ? 'named' : 'tagged',
  });
}

function checkTypes({ owner, target }: Cap, { labels }: RuleContext, fault: Fault): void {
  for (const type of target.types ?? []) {
    const fields = [...labels.fields.values()].filter(({ coordinate }) => coordinate.startsWith(`${type}.`));
    if (fields.length === 0) throw fault(['types'], `${type} does not exist`);
    if (reachedBy({ owner, target: { types: [type] } }, labels).length === 0)
      throw fault(['types'], `${type} has no field of ${owner} that can be blank: the cap would limit nothing`);
  }
}

function checkTarget({ target, purposes, exceptPurposes, when, unless }: Cap, fault: Fault): void {
  const { coordinates, types, about, kinds, sensitivities, returning, rows, rowsOf } = target;
  const ways = [coordinates, types, about ?? kinds ?? sensitivities ?? returning, rows, rowsOf].filter(Boolean);
  if (ways.length === 0)
    throw fault([], 'says no fields: name fields, types, about, kinds, sensitivities, returning, rows or rowsOf');
  if (ways.length > 1) throw fault([], 'names fields, types, tags or rows; a cap does one of these');
  if (when && unless) throw fault(['unless'], 'says when and unless; a cap does one of the two');
  if (purposes && exceptPurposes)
    throw fault(['exceptPurposes'], 'names purposes and exceptPurposes; a cap does one of the two');
}

function labelOf(coordinate: string, { labels }: RuleContext, fault: Fault): FieldLabel {
  const label = labels.fields.get(coordinate);
  if (!label) throw fault(placeOf(coordinate), `${coordinate} does not exist${suggestion(coordinate, labels)}`);
  if (label.structural) throw fault(placeOf(coordinate), `${coordinate} is structural: rule the field that returns it`);
  return label;
}

/** Rules are written by administrators of the contract, who may see every name: a suggestion leaks nothing. */
function suggestion(coordinate: string, labels: LabelTable): string {
  const [type, field] = coordinate.split('.');
  const near = [...labels.fields.keys()].find((known) => known.toLowerCase() === coordinate.toLowerCase());
  if (near) return `; did you mean ${near}?`;
  const siblings = [...labels.fields.keys()]
    .filter((known) => known.startsWith(`${type}.`))
    .map((known) => known.split('.')[1]);
  return siblings.length > 0 ? `; ${type} has ${siblings.join(', ')}, not ${field}` : '';
}

function checkLevel({ coordinate, kind }: FieldLabel, level: string, fault: Fault): void {
  if (rankOf(kind, level) !== undefined) return;
  throw fault(
    ['level'],
    `${level} is no level of ${coordinate}; its chain is ${[...CHAINS[kind]].reverse().join(' > ')}`,
  );
}

function checkAudience({ parties = [], agencies = [] }: Audience, context: RuleContext, fault: Fault): void {
  const stranger = parties.find((party) => !context.parties[party]);
  if (stranger) throw unknownParty(['audience', 'parties'], stranger, context, fault);
  const known = Object.values(context.parties).flatMap((party) => party.agencies);
  const unknownAgency = agencies.find((agency) => !known.includes(agency));
  if (unknownAgency)
    throw fault(['audience', 'agencies'], `${unknownAgency} is no known agency; known are ${known.join(', ')}`);
}

function unknownParty(place: string[], party: string, { parties }: RuleContext, fault: Fault): Error {
  return fault(place, `${party} is no known party; known are ${Object.keys(parties).join(', ')}`);
}

function placeOf(coordinate: string): Array<string | number> {
  return ['fields', coordinate.split('.')[0] as string];
}
