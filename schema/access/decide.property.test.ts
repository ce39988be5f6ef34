import fc from 'fast-check';
import { anyCase, KIND_FIELDS, KIND_LABELS } from '../testing/arbitrary-rules';
import { agreementOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { decide } from './decide';
import type { DecisionSubject } from './decision-subject';
import { CHAINS, levelAt, rankOf } from './levels';
import type { Cap, Grant } from './rule';

/** The agencies of every party of the test; a grant to an agency counts for these only. */
const KNOWN_AGENCIES = ['AGENCY'];

type Rules = { readonly grants: readonly Grant[]; readonly caps: readonly Cap[] };

const decideUnder = (rules: Rules, subject: DecisionSubject, field: string) =>
  decide(ruleSetOf({ labels: KIND_LABELS, ...rules }), subject, field);

const rankUnder = (rules: Rules, subject: DecisionSubject, field: string): number => {
  const { label, level } = decideUnder(rules, subject, field);
  return rankOf(label?.kind ?? 'other', level) as number;
};

describe('decide: the law', () => {
  it('is min(max of the grants that match, min of the caps that match)', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, caps, subject }) => {
        const field = KIND_FIELDS[kind];
        const rank = (level: string) => rankOf(kind, level) as number;
        const granted = Math.max(0, ...grants.filter((grant) => grantHolds(grant, subject)).map((g) => rank(g.level)));
        const capped = Math.min(99, ...caps.filter((one) => capHolds(one, subject)).map((c) => rank(c.level)));
        const expected = levelAt(kind, Math.min(granted, capped));
        expect(decideUnder({ grants, caps }, subject, field).level).toBe(expected);
      }),
    );
  });

  it('a further grant never shows less', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, caps, grant, subject }) => {
        const field = KIND_FIELDS[kind];
        const more = rankUnder({ grants: [...grants, grant], caps }, subject, field);
        expect(more).toBeGreaterThanOrEqual(rankUnder({ grants, caps }, subject, field));
      }),
    );
  });

  it('a further cap never shows more', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, caps, cap, subject }) => {
        const field = KIND_FIELDS[kind];
        const less = rankUnder({ grants, caps: [...caps, cap] }, subject, field);
        expect(less).toBeLessThanOrEqual(rankUnder({ grants, caps }, subject, field));
      }),
    );
  });

  it('the order of rules does not matter', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, caps, subject }) => {
        const field = KIND_FIELDS[kind];
        const reversed = { grants: grants.toReversed(), caps: caps.toReversed() };
        const [one, other] = [decideUnder({ grants, caps }, subject, field), decideUnder(reversed, subject, field)];
        expect(other.level).toBe(one.level);
        expect(new Set(other.agreements)).toEqual(new Set(one.agreements));
        expect(other.cap?.level).toBe(one.cap?.level);
      }),
    );
  });

  it('a purpose that is not stated does not count', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, subject }) => {
        const forOthers = grants.map((grant) => ({
          ...grant,
          purposes: grant.purposes.filter((purpose) => purpose !== subject.purpose),
        }));
        expect(decideUnder({ grants: forOthers, caps: [] }, subject, KIND_FIELDS[kind]).withheld).toBe(true);
      }),
    );
  });

  it('answers a level of the chain and flags that fit it', () => {
    fc.assert(
      fc.property(anyCase, ({ kind, grants, caps, subject }) => {
        const { level, full, withheld, agreements } = decideUnder({ grants, caps }, subject, KIND_FIELDS[kind]);
        expect(CHAINS[kind]).toContain(level);
        expect(full).toBe(level === CHAINS[kind].at(-1));
        expect(withheld).toBe(level === 'none');
        expect(agreements.length > 0).toBe(!withheld);
      }),
    );
  });

  it('holds from the first instant, included, to the last, not included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4e12 }), fc.integer({ min: 1, max: 1e10 }), (from, length) => {
        const to = from + length;
        const grants = [grantOf(['Crossing.on'], { agreement: agreementOf({ from, to }) })];
        const levelOn = (at: number) => decideUnder({ grants, caps: [] }, subjectOf({ at }), 'Crossing.on').level;
        expect([from - 1, from, to - 1, to].map(levelOn)).toEqual(['none', 'full', 'full', 'none']);
      }),
    );
  });
});

function grantHolds(
  { agreement, audience, purposes, breakGlass }: Grant,
  { requester, purpose, at, open = [] }: DecisionSubject,
): boolean {
  const isOpen = !breakGlass || open.includes(`${agreement.owner}:${agreement.id}`);
  const inForce = agreement.from <= at && at < agreement.to && isOpen;
  const ownAgency = !audience.agencies || KNOWN_AGENCIES.includes(requester.agency);
  return inForce && ownAgency && purposes.some((granted) => granted === purpose) && addresses(audience, requester);
}

function capHolds(cap: Cap, { requester, purpose }: DecisionSubject): boolean {
  const crosses = requester.party !== 'PAN';
  const ofPurpose = (cap.purposes ?? [purpose]).includes(purpose) && !(cap.exceptPurposes ?? []).includes(purpose);
  return (cap.scope === 'ALWAYS' || crosses) && ofPurpose && addresses(cap.audience, requester);
}

function addresses({ parties, agencies, roles }: Cap['audience'], requester: DecisionSubject['requester']): boolean {
  return (
    (parties ?? [requester.party]).includes(requester.party) &&
    (agencies ?? [requester.agency]).includes(requester.agency) &&
    (roles ?? requester.roles).some((role) => requester.roles.includes(role))
  );
}
