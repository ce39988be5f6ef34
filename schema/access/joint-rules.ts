import {
  CONTRIBUTED_BY,
  type FieldLabel,
  isPartyCode,
  type LabelTable,
  OWNER_ALL,
  OWNER_JOINT,
  type RecordLabel,
} from '../labels/label';
import type { Comparison, Condition } from './conditions/condition';
import { NONE } from './levels';
import type { Cap, Grant } from './rule';

/** The built-in row rule of joint domains. Its contributors' grants say which records it spares. */
export const NOT_GRANTED_BY_CONTRIBUTOR: Cap = {
  id: 'G-CONTRIBUTOR',
  owner: OWNER_ALL,
  target: {},
  audience: {},
  scope: 'ALWAYS',
  level: NONE,
  reason: {
    en: 'A record of a joint domain exists only for those to whom the party that contributed it grants some of it.',
    es: 'Un registro de un dominio conjunto solo existe para quienes reciben algo de él por decisión de la parte que lo aportó.',
  },
  source: 'Originator control; DHS FIPPs (minimisation)',
};

/** A field or a type of records, as far as it says whose it is. */
type Owned = Pick<FieldLabel, 'owner' | 'coordinate' | 'kind'> | RecordLabel;

/** Whether a party's rules decide something: its own, or, on what that party contributes, something joint. */
export function isUnderRulesOf(owned: Owned, party: string, labels: LabelTable): boolean {
  if (owned.owner !== OWNER_JOINT || !isPartyCode(party)) return owned.owner === party;
  if (!('coordinate' in owned)) return true;
  return owned.kind === 'mutation' || jointRecordAt(owned.coordinate, labels) !== undefined;
}

/** Whether the rows of a type exist by what their contributors grant: all joint ones whose contributors are not published. */
export const rowsFollowContributor = ({ owner, attributes }: RecordLabel): boolean =>
  owner === OWNER_JOINT && attributes.get(CONTRIBUTED_BY)?.sensitivity !== 'PUBLIC';

/**
 * What rules say where a field is joint. A party's rule holds for the records that it contributed, and on a
 * mutation, which contributes some, for its own people; what crosses a border is what another contributed.
 * INVARIANT: each comes from one rule by adding a condition, and is made once for all fields alike.
 */
export class JointRules {
  private readonly ofRecords = new Map<Grant | Cap, Grant | Cap>();
  private readonly ofMutations = new Map<Grant | Cap, Grant | Cap>();

  constructor(private readonly labels: LabelTable) {}

  /** What a grant says of a field. */
  grantAt(coordinate: string, grant: Grant): Grant {
    const label = this.labels.fields.get(coordinate);
    if (label?.owner !== OWNER_JOINT) return grant;
    const { owner } = grant.agreement;
    if (label.kind === 'mutation') return once(this.ofMutations, grant, () => grantedWhen(askedBy(owner), grant));
    if (!jointRecordAt(coordinate, this.labels)) return grant;
    return once(this.ofRecords, grant, () => grantedWhen(contributedBy(owner), grant));
  }

  /** What a cap says of a field. */
  capAt(coordinate: string, cap: Cap): Cap {
    const label = this.labels.fields.get(coordinate);
    if (label?.owner !== OWNER_JOINT) return cap;
    if (label.kind === 'mutation') return once(this.ofMutations, cap, () => cappedOnMutation(cap));
    return jointRecordAt(coordinate, this.labels) ? this.capOfRecords(cap) : cap;
  }

  /** What a row rule says of the rows of a type. */
  capOfRows = ({ owner }: RecordLabel, cap: Cap): Cap => (owner === OWNER_JOINT ? this.capOfRecords(cap) : cap);

  private capOfRecords = (cap: Cap): Cap => once(this.ofRecords, cap, () => cappedOnRecords(cap));
}

function once<Rule extends Grant | Cap>(known: Map<Grant | Cap, Grant | Cap>, rule: Rule, make: () => Rule): Rule {
  const made = (known.get(rule) as Rule | undefined) ?? make();
  known.set(rule, made);
  return made;
}

/** The joint records on which a field is decided, where its subgraph stores them. */
export function jointRecordOf(label: FieldLabel | undefined, labels: LabelTable): RecordLabel | undefined {
  const record = label && jointRecordAt(label.coordinate, labels);
  return record && label.subgraphs.includes(record.subgraph) ? record : undefined;
}

/** The joint records of a field's type; none where the field stands on something else. */
function jointRecordAt(coordinate: string, { records }: LabelTable): RecordLabel | undefined {
  const record = records.get(coordinate.split('.')[0] as string);
  return record?.owner === OWNER_JOINT ? record : undefined;
}

const equals = (subject: string, operand: string): Comparison => ({
  kind: 'comparison',
  subject,
  operator: 'in',
  operands: [operand],
});
const contributedBy = (party: string): Condition => equals(CONTRIBUTED_BY, party);
const askedBy = (party: string): Condition => equals('$requester.party', party);

/** Whether a grant, as it stands on a joint record, shows all that a party contributed. */
export const isOfAllContributed = ({ agreement, when }: Grant, party: string): boolean =>
  agreement.owner === party &&
  when?.kind === 'comparison' &&
  when.subject === CONTRIBUTED_BY &&
  when.operands.length === 1 &&
  when.operands[0] === party;

const both = (one: Condition, other: Condition | undefined): Condition =>
  other ? { kind: 'all', of: [one, other] } : one;
const either = (one: Condition, other: Condition | undefined): Condition =>
  other ? { kind: 'any', of: [one, other] } : one;

const grantedWhen = (condition: Condition, grant: Grant): Grant => ({ ...grant, when: both(condition, grant.when) });

/** A cap of a party limits what it contributed; one that waits for a border limits what others contributed. */
function cappedOnRecords(cap: Cap): Cap {
  const { owner, scope } = cap;
  if (owner === OWNER_ALL) return scope === 'ALWAYS' ? cap : sparing(contributedBy('$requester.party'), cap);
  const limited = { ...cap, when: both(contributedBy(owner), cap.when) };
  return scope === 'ALWAYS' ? limited : sparing(askedBy(owner), limited);
}

/** True of every request and every record. */
const ANYTHING: Condition = { kind: 'all', of: [] };

/** Nothing crosses a border by a mutation: everybody who is granted it contributes for their own party. */
function cappedOnMutation(cap: Cap): Cap {
  const { owner, scope } = cap;
  if (scope === 'CROSSING') return sparing(ANYTHING, cap);
  return owner === OWNER_ALL ? cap : { ...cap, when: both(askedBy(owner), cap.when) };
}

const sparing = (condition: Condition, cap: Cap): Cap => ({
  ...cap,
  scope: 'ALWAYS',
  unless: either(condition, cap.unless),
});
