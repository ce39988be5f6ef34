import type { FieldLabel, LabelTable } from '../labels/label';
import { isPartyCode, OWNER_ALL, OWNER_JOINT } from '../labels/label';
import { checkFieldCondition, checkRequesterNames, checkRowRule, conditionOf } from './check-rule-conditions';
import { isUnderRulesOf } from './joint-rules';
import { CHAINS, NONE, rankOf } from './levels';
import type { Audience, Cap, Deprecation, Grant } from './rule';
import type { Check, Fault, RuleContext } from './rule-context';
import { isRowRule, reachedBy } from './rule-set';

/** What must hold of whose a file is, and of whom its agreement names: they are known parties. */
export function partyChecks(
  { owner, parties = [] }: { owner: string; parties?: readonly string[] },
  context: RuleContext,
  fault: Fault,
): Check[] {
  return [
    () => {
      if (owner !== OWNER_ALL && !context.parties[owner]) throw unknownParty(['owner'], owner, context, fault);
    },
    ...parties.map((party) => () => {
      if (!context.parties[party]) throw unknownParty(['parties'], party, context, fault);
    }),
  ];
}

/** What must hold of a grant: it names what exists and is its owner's, at levels of the chain. */
export function grantChecks(grant: Grant, context: RuleContext, fault: Fault): Check[] {
  const { agreement, audience, when } = grant;
  return [
    ...audienceChecks(audience, context, fault),
    () => {
      if (when) checkRequesterNames(when, context, (place, cause) => fault(['when', ...place], cause));
    },
    () => {
      if (agreement.to <= agreement.from) throw fault([], `agreement ${agreement.id} ends before it begins`);
    },
    () => {
      const outsider = audience.parties?.find((party) => !agreement.parties.includes(party));
      if (outsider) throw fault(['audience', 'parties'], `${outsider} is no party to agreement ${agreement.id}`);
    },
    ...grant.coordinates.map((coordinate) => () => checkGrantedField(grant, coordinate, { context, fault })),
  ];
}

interface Checking {
  readonly context: RuleContext;
  readonly fault: Fault;
}

function checkGrantedField({ agreement, level, when }: Grant, coordinate: string, { context, fault }: Checking): void {
  const label = labelOf(coordinate, context, fault);
  refuseForeignGrant(label, agreement.owner, fault);
  checkLevel(label, level, fault);
  if (when) checkFieldCondition(when, label, { context, fault: (place, cause) => fault(['when', ...place], cause) });
}

/** What must hold of a cap: it says which fields, names what exists and can be limited, at levels of the chain. */
export function capChecks(cap: Cap, context: RuleContext, fault: Fault): Check[] {
  const { condition, place } = conditionOf(cap);
  return [
    ...audienceChecks(cap.audience, context, fault),
    () => checkTarget(cap, fault),
    () => {
      if (condition) checkRequesterNames(condition, context, (inner, cause) => fault([place, ...inner], cause));
    },
    ...(isRowRule(cap)
      ? [() => checkRowRule(cap, context, fault)]
      : [
          () => checkTypes(cap, context, fault),
          ...reachedBy(cap, context.labels).map(
            (coordinate) => () => checkCappedField(cap, coordinate, { context, fault }),
          ),
        ]),
  ];
}

/** What must hold of a deprecation: the field is its owner's own, and can be asked for by name; what takes its place exists. */
export function deprecationChecks(deprecation: Deprecation, context: RuleContext, fault: Fault): Check[] {
  const { coordinate, owner, since, until, instead } = deprecation;
  const named: Fault = (_, cause, mistaken) => fault(['field'], cause, mistaken);
  return [
    () => {
      const label = labelOf(coordinate, context, named);
      refuseForeign(label, owner, named);
      if (label.key) throw named([], `${coordinate} is a key, by which rows are found: it cannot be given up`);
    },
    () => {
      if (until <= since) throw fault(['until'], 'is not after since');
    },
    () => {
      if (typeof instead === 'string') labelOf(instead, context, (_, cause, by) => fault(['instead'], cause, by));
    },
  ];
}

function refuseForeign({ coordinate, owner }: FieldLabel, of: string, fault: Fault): void {
  if (owner !== of) throw fault(placeOf(coordinate), foreignCause({ coordinate, owner }, of));
}

const foreignCause = ({ coordinate, owner }: Pick<FieldLabel, 'coordinate' | 'owner'>, of: string): string =>
  `${coordinate} belongs to ${owner}, not to ${of}`;

/** Every party may grant what it contributes to a joint domain, and open the way to it. */
function refuseForeignGrant(label: FieldLabel, of: string, fault: Fault): void {
  if (label.owner !== OWNER_JOINT || !isPartyCode(of)) refuseForeign(label, of, fault);
}

/** INVARIANT: no contributor shuts a way on which the others' records are found. */
function refuseForeignCap(label: FieldLabel, of: string, { context, fault }: Checking): void {
  if (isUnderRulesOf(label, of, context.labels)) return;
  if (label.owner !== OWNER_JOINT) throw fault(placeOf(label.coordinate), foreignCause(label, of));
  const cause = `${label.coordinate} leads to what all contributed: cap the fields or rows of the records`;
  throw fault(placeOf(label.coordinate), cause);
}

function checkCappedField(cap: Cap, coordinate: string, { context, fault }: Checking) {
  const label = labelOf(coordinate, context, fault);
  if (cap.owner !== OWNER_ALL) refuseForeignCap(label, cap.owner, { context, fault });
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
    if (fields.length === 0) {
      const known = [...new Set([...labels.fields.keys()].map((coordinate) => coordinate.split('.')[0] as string))];
      throw fault(['types'], `${type} does not exist`, { written: type, known });
    }
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
  if (!label) {
    const mistaken = { written: coordinate, known: [...labels.fields.keys()] };
    throw fault(placeOf(coordinate), `${coordinate} does not exist${suggestion(coordinate, labels)}`, mistaken);
  }
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
  const known = [...CHAINS[kind]].reverse();
  const cause = `${level} is no level of ${coordinate}; its chain is ${known.join(' > ')}`;
  throw fault(['level'], cause, { written: level, known });
}

function audienceChecks({ parties = [], agencies = [] }: Audience, context: RuleContext, fault: Fault): Check[] {
  const known = Object.values(context.parties).flatMap((party) => party.agencies);
  return [
    ...parties.map((party) => () => {
      if (!context.parties[party]) throw unknownParty(['audience', 'parties'], party, context, fault);
    }),
    ...agencies.map((agency) => () => {
      if (known.includes(agency)) return;
      const cause = `${agency} is no known agency; known are ${known.join(', ')}`;
      throw fault(['audience', 'agencies'], cause, { written: agency, known });
    }),
  ];
}

function unknownParty(place: string[], party: string, { parties }: RuleContext, fault: Fault): Error {
  const known = Object.keys(parties);
  return fault(place, `${party} is no known party; known are ${known.join(', ')}`, { written: party, known });
}

function placeOf(coordinate: string): Array<string | number> {
  return ['fields', coordinate.split('.')[0] as string];
}
