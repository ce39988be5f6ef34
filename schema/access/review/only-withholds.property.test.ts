import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { anyRecord, TRAVELLER_LABELS } from '../../testing/arbitrary-conditions';
import {
  anyAskerOfPart,
  anyCondition,
  anyPart,
  anyTravellerCap,
  anyTravellerGrant,
  ruleSetOfPart,
  type TravellerPart,
} from '../../testing/arbitrary-parts';
import type { Condition } from '../conditions/condition';
import { levelOn } from '../decide';
import { Decider } from '../decider';
import type { DecisionSubject } from '../decision-subject';
import { levelAt, rankOf } from '../levels';
import type { Agreement, Cap, Grant } from '../rule';
import type { RuleSet } from '../rule-set';
import { mayShowMore, type ReviewedPart } from './only-withholds';

const DAY = 86_400_000;
const FIELDS = ['Traveller.sex', 'Traveller.crossedOn', 'Traveller.dataset'];

const reviewed = ({ grants, caps, agencies }: TravellerPart): ReviewedPart => ({
  grants,
  caps,
  revocations: [],
  party: { name: { en: 'Panama', es: 'Panamá' }, contact: 'An officer', agencies: [...agencies] },
  pinned: {},
  maxStalenessSeconds: 900,
});
const isSilent = (before: TravellerPart, after: TravellerPart): boolean =>
  mayShowMore(reviewed(before), reviewed(after), TRAVELLER_LABELS).length === 0;

/** What an edit works with: which rule it is about, and something new. */
interface Stuff {
  readonly pick: number;
  readonly grant: Grant;
  readonly cap: Cap;
  readonly condition: Condition;
}
type Edit = (part: TravellerPart, stuff: Stuff) => TravellerPart;

const at = <Rule>(rules: readonly Rule[], pick: number, change: (rule: Rule) => Rule): Rule[] =>
  rules.map((rule, index) => (index === pick % rules.length ? change(rule) : rule));
const without = <Rule>(rules: readonly Rule[], pick: number): Rule[] =>
  rules.filter((_, index) => index !== pick % rules.length);
const onGrant =
  (change: (grant: Grant, stuff: Stuff) => Partial<Grant>): Edit =>
  (part, stuff) => ({ ...part, grants: at(part.grants, stuff.pick, (one) => ({ ...one, ...change(one, stuff) })) });
const onAgreement = (change: (agreement: Agreement) => Partial<Agreement>): Edit =>
  onGrant(({ agreement }) => ({ agreement: { ...agreement, ...change(agreement) } }));
const onCap =
  (change: (cap: Cap, stuff: Stuff) => Partial<Cap>): Edit =>
  (part, stuff) => ({ ...part, caps: at(part.caps, stuff.pick, (one) => ({ ...one, ...change(one, stuff) })) });

const moved = (level: string, by: number) => levelAt('date', Math.max(0, (rankOf('date', level) ?? 0) + by));
const keptFor = ({ obligations }: Agreement, deleteBy: string) => ({ obligations: { ...obligations, deleteBy } });

/** Small edits that only withhold, each by what it does. */
const NARROWING: Readonly<Record<string, Edit>> = {
  'drops a grant': (part, { pick }) => ({ ...part, grants: without(part.grants, pick) }),
  'drops a purpose': onGrant(({ purposes }) => ({ purposes: purposes.slice(1) })),
  'drops a field': onGrant(({ coordinates }) => ({ coordinates: coordinates.slice(1) })),
  'lowers a level': onGrant(({ level }) => ({ level: moved(level, -1) })),
  'names fewer parties': onGrant(({ audience }) => ({
    audience: { ...audience, parties: audience.parties?.slice(1) ?? ['COL'] },
  })),
  'needs break-glass': onGrant(({ breakGlass }) => ({ breakGlass: { hours: Math.min(1, breakGlass?.hours ?? 1) } })),
  'ends a day sooner': onAgreement(({ to }) => ({ to: to - DAY })),
  'begins a day later': onAgreement(({ from }) => ({ from: from + DAY })),
  'is kept for less long': onAgreement((agreement) => keptFor(agreement, 'PT1H')),
  'adds a cap': (part, { cap }) => ({ ...part, caps: [...part.caps, cap] }),
  'lowers a cap': onCap(() => ({ level: 'none' })),
  'caps at home too': onCap(() => ({ scope: 'ALWAYS' })),
  'caps everybody': onCap(() => ({ audience: {} })),
  'caps every purpose': onCap(() => ({ purposes: undefined, exceptPurposes: undefined })),
  'caps every record': onCap(() => ({ when: undefined, unless: undefined })),
  'loses an agency': (part) => ({ ...part, agencies: part.agencies.slice(0, 1) }),
};

/** Small edits that can show more, or tell more by what is blank. */
const WIDENING: Readonly<Record<string, Edit>> = {
  'adds a condition': onGrant(({ when }, { condition }) => ({
    when: when ? { kind: 'all', of: [condition, when] } : condition,
  })),
  'adds a grant': (part, { grant }) => ({ ...part, grants: [...part.grants, grant] }),
  'adds a purpose': onGrant(({ purposes }) => ({ purposes: [...new Set([...purposes, 'AUDIT' as const])] })),
  'adds a field': onGrant(() => ({ coordinates: ['Traveller.sex', 'Traveller.crossedOn'] })),
  'raises a level': onGrant(({ level }) => ({ level: moved(level, 1) })),
  'names nobody': onGrant(() => ({ audience: {} })),
  'changes a condition': onGrant((_, { condition }) => ({ when: condition })),
  'drops a condition': onGrant(() => ({ when: undefined })),
  'needs no break-glass': onGrant(() => ({ breakGlass: undefined })),
  'is open for longer': onGrant(({ breakGlass }) => ({ breakGlass: breakGlass && { hours: breakGlass.hours + 1 } })),
  'ends a day later': onAgreement(({ to }) => ({ to: to + DAY })),
  'drops a cap': (part, { pick }) => ({ ...part, caps: without(part.caps, pick) }),
  'raises a cap': onCap(({ level }) => ({ level: moved(level, 1) })),
  'caps at borders only': onCap(() => ({ scope: 'CROSSING' })),
  'caps fewer parties': onCap(({ audience }) => ({
    audience: { ...audience, parties: audience.parties?.slice(1) ?? ['COL'] },
  })),
  'caps fewer purposes': onCap(() => ({ exceptPurposes: ['AUDIT', 'STATISTICS'] })),
  'caps where a condition says': onCap(({ unless }, { condition }) =>
    unless ? { unless: condition } : { when: condition },
  ),
  'caps a name for a tag': onCap(() => ({ target: { coordinates: ['Traveller.crossedOn'] } })),
  'gets an agency': (part) => ({ ...part, agencies: ['AGENCY', 'OTHER'] }),
};

const anyStuff = fc.record({
  pick: fc.nat(9),
  grant: anyTravellerGrant,
  cap: anyTravellerCap,
  condition: anyCondition,
});
const anyEdits = (edits: Readonly<Record<string, Edit>>, maxLength: number) =>
  fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 1, maxLength });
const edited = (part: TravellerPart, names: readonly string[], stuff: Stuff): TravellerPart =>
  names.reduce((now, name) => ({ ...NARROWING, ...WIDENING })[name]?.(now, stuff) ?? now, part);

/** Everything that somebody is shown of each record: the rank of each field, and whether the record exists. */
function shown(ruleSet: RuleSet, subject: DecisionSubject, records: readonly object[]): number[] {
  const decider = new Decider(ruleSet, { ...subject });
  const decisions = FIELDS.map((field) => decider.decide(field));
  const { exist } = decider.rows('Traveller');
  return records.flatMap((record) => [
    ...decisions.map((one) => rankOf(one.label?.kind ?? 'other', levelOn(one, record)) ?? 0),
    Number(exist.holds(record)),
  ]);
}

interface Asks {
  readonly subjects: readonly DecisionSubject[];
  readonly records: readonly object[];
}

/** Whether anybody of these is shown more of any record by a change, and whether anybody is shown less. */
function effect(part: TravellerPart, changed: TravellerPart, { subjects, records }: Asks) {
  const [before, after] = [ruleSetOfPart(part), ruleSetOfPart(changed)];
  const differences = subjects.flatMap((subject) => {
    const now = shown(after, subject, records);
    return shown(before, subject, records).map((old, index) => (now[index] ?? 0) - old);
  });
  return { more: differences.some((difference) => difference > 0), less: differences.some((one) => one < 0) };
}

const anyAsks: fc.Arbitrary<Asks> = fc.record({
  subjects: fc.array(anyAskerOfPart, { minLength: 10, maxLength: 10 }),
  records: fc.array(anyRecord, { minLength: 4, maxLength: 4 }),
});

describe('mayShowMore: the law', () => {
  it('where it says nothing, nobody is shown more of any field of any record, nor a row that did not exist', () => {
    const seen = { silentAndLess: 0, loudAndMore: 0 };
    fc.assert(
      fc.property(
        anyPart,
        anyEdits({ ...NARROWING, ...WIDENING }, 3),
        anyStuff,
        anyAsks,
        (part, names, stuff, asks) => {
          const after = edited(part, names, stuff);
          const { more, less } = effect(part, after, asks);
          const silent = isSilent(part, after);
          if (silent) expect(more).toBe(false);
          if (silent && less) seen.silentAndLess++;
          if (!silent && more) seen.loudAndMore++;
        },
      ),
      { seed: 7, numRuns: 1_000 },
    );
    // Both happen, so the law was put to the test: changes that are let through change something.
    expect(seen.silentAndLess).toBeGreaterThan(40);
    expect(seen.loudAndMore).toBeGreaterThan(40);
  });

  it('recognises small edits that only withhold, every sort of them', () => {
    const counts = new Map<string, { made: number; recognised: number }>();
    fc.assert(
      fc.property(anyPart, anyEdits(NARROWING, 1), anyStuff, (part, names, stuff) => {
        const after = edited(part, names, stuff);
        if (isDeepStrictEqual(after, part)) return;
        const count = counts.get(names[0] as string) ?? { made: 0, recognised: 0 };
        counts.set(names[0] as string, {
          made: count.made + 1,
          recognised: count.recognised + Number(isSilent(part, after)),
        });
      }),
      { seed: 8, numRuns: 800 },
    );
    expect([...counts.keys()].sort()).toEqual(Object.keys(NARROWING).sort());
    for (const [name, { made, recognised }] of counts) expect([name, recognised / made > 1 / 3]).toEqual([name, true]);
  });
});
