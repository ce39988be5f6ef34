import fc from 'fast-check';
import { anyCap, anyGrant, anyKind, anySubject, KIND_FIELDS, KIND_LABELS } from '../../testing/arbitrary-rules';
import { FERRY_LABELS } from '../../testing/ferry';
import { agreementOf, capOf, grantOf, ruleSetOf } from '../../testing/rules';
import { decide } from '../decide';
import { rankOf } from '../levels';
import type { Cap, Grant } from '../rule';
import { mayShowMore, type ReviewedPart } from './only-withholds';

const partOf = (changes: Partial<ReviewedPart>): ReviewedPart => ({
  grants: [],
  caps: [],
  revocations: [],
  party: undefined,
  pinned: {},
  maxStalenessSeconds: 900,
  ...changes,
});
const review = (before: Partial<ReviewedPart>, after: Partial<ReviewedPart>) =>
  mayShowMore(partOf(before), partOf(after), KIND_LABELS).map(({ code }) => code);

const FIELD = KIND_FIELDS.date;
const grant = (changes: Partial<Grant> = {}) => grantOf([FIELD], changes);
const cap = (changes: Partial<Cap> = {}) => capOf({ target: { coordinates: [FIELD] }, level: 'month', ...changes });

const OWN = { kind: 'comparison', subject: 'nationality', operator: 'in', operands: ['$requester.party'] } as const;
const SUSPECT = { kind: 'comparison', subject: 'role', operator: 'in', operands: ['SUSPECT'] } as const;
const both = { kind: 'all', of: [OWN, SUSPECT] } as const;
const WHO = { name: { en: 'A', es: 'A' }, contact: 'c' };
const obligations = (deleteBy: string) => ({ deleteBy, passingOn: { en: 'Never', es: 'Nunca' } });

interface Rules {
  readonly grants: readonly Grant[];
  readonly caps: readonly Cap[];
}
/** Edits of every kind: those that withhold, and those that do the opposite. */
const EDITS: ReadonlyArray<(rules: Rules) => Rules> = [
  ({ grants, caps }) => ({ grants: grants.slice(1), caps }),
  ({ grants, caps }) => ({ grants, caps: caps.slice(1) }),
  ({ grants, caps }) => ({ grants: grants.map((one) => ({ ...one, level: 'none' })), caps }),
  ({ grants, caps }) => ({ grants: grants.map((one) => ({ ...one, purposes: one.purposes.slice(1) })), caps }),
  ({ grants, caps }) => ({
    grants: grants.map((one) => ({ ...one, audience: { ...one.audience, parties: ['COL'] } })),
    caps,
  }),
  ({ grants, caps }) => ({ grants, caps: caps.map((one) => ({ ...one, audience: {} })) }),
  ({ grants, caps }) => ({ grants, caps: caps.map((one) => ({ ...one, scope: 'CROSSING' as const })) }),
  ({ grants, caps }) => ({ grants, caps: caps.map(({ purposes: _, ...one }) => one) }),
  ({ grants, caps }) => ({ grants, caps: caps.map((one) => ({ ...one, exceptPurposes: ['AUDIT' as const] })) }),
  ({ grants, caps }) => ({
    grants: grants.map((one) => ({ ...one, agreement: { ...one.agreement, to: one.agreement.to - 86_400_000 } })),
    caps,
  }),
];
const anyEdit = fc.constantFrom(...EDITS);

describe('mayShowMore', () => {
  it.each<[string, Partial<ReviewedPart>, Partial<ReviewedPart>]>([
    ['nothing changes', { grants: [grant()], caps: [cap()] }, { grants: [grant()], caps: [cap()] }],
    ['a grant goes', { grants: [grant()] }, {}],
    ['a level is lowered', { grants: [grant()] }, { grants: [grant({ level: 'month' })] }],
    [
      'a purpose goes',
      { grants: [grant({ purposes: ['STATISTICS', 'PROTECTION'] })] },
      { grants: [grant({ purposes: ['PROTECTION'] })] },
    ],
    [
      'an audience narrows',
      { grants: [grant({ audience: {} })] },
      { grants: [grant({ audience: { parties: ['COL'] } })] },
    ],
    [
      'an agreement ends earlier',
      { grants: [grant({ agreement: agreementOf({ to: 200 }) })] },
      { grants: [grant({ agreement: agreementOf({ to: 100 }) })] },
    ],
    [
      'an agreement begins later',
      { grants: [grant({ agreement: agreementOf({ from: 100 }) })] },
      { grants: [grant({ agreement: agreementOf({ from: 200 }) })] },
    ],
    [
      'what is received is kept for less long',
      { grants: [grant({ agreement: agreementOf({ obligations: obligations('P1Y') }) })] },
      { grants: [grant({ agreement: agreementOf({ obligations: obligations('P30D') }) })] },
    ],
    [
      'the legal ground is worded otherwise',
      { grants: [grant()] },
      { grants: [grant({ agreement: agreementOf({ legalGround: { en: 'A law', es: 'Una ley' } }) })] },
    ],
    ['break-glass is needed', { grants: [grant()] }, { grants: [grant({ breakGlass: { hours: 72 } })] }],
    [
      'an opening lasts less long',
      { grants: [grant({ breakGlass: { hours: 4 } })] },
      { grants: [grant({ breakGlass: { hours: 3 } })] },
    ],
    [
      'a condition on the request alone is added',
      { grants: [grant()] },
      { grants: [grant({ when: { ...OWN, subject: '$requester.party' } })] },
    ],
    [
      'a purpose goes under a condition',
      { grants: [grant({ when: OWN })] },
      { grants: [grant({ when: OWN, level: 'month' })] },
    ],
    [
      'a cap under a condition limits further',
      { caps: [cap({ when: OWN })] },
      { caps: [cap({ when: OWN, level: 'none' })] },
    ],
    ['a cap is added', {}, { caps: [cap()] }],
    ['a cap loses its condition', { caps: [cap({ when: OWN })] }, { caps: [cap()] }],
    ['a cap limits further', { caps: [cap()] }, { caps: [cap({ level: 'none', scope: 'ALWAYS' })] }],
    [
      'a cap reaches more',
      { caps: [cap()] },
      { caps: [cap({ target: { coordinates: [FIELD, KIND_FIELDS.other] }, level: 'none' })] },
    ],
    ['an agency leaves', { party: { ...WHO, agencies: ['A', 'B'] } }, { party: { ...WHO, agencies: ['A'] } }],
    ['a field that is not PUBLIC is pinned', {}, { pinned: { [FIELD]: 'PERSONAL date' } }],
    ['rules hold for less time', {}, { maxStalenessSeconds: 60 }],
  ])('%s: only withholds', (_, before, after) => {
    expect(review(before, after)).toEqual([]);
  });

  it.each<[string, string, Partial<ReviewedPart>, Partial<ReviewedPart>]>([
    ['GRANTED', 'a grant is added', {}, { grants: [grant()] }],
    ['GRANTED', 'a field is added to it', { grants: [grant()] }, { grants: [grantOf([FIELD, KIND_FIELDS.other])] }],
    ['GRANTED', 'a level is raised', { grants: [grant({ level: 'month' })] }, { grants: [grant()] }],
    [
      'GRANTED',
      'an agreement lasts longer',
      { grants: [grant({ agreement: agreementOf({ to: 100 }) })] },
      { grants: [grant({ agreement: agreementOf({ to: 200 }) })] },
    ],
    ['GRANTED', 'a break-glass grant is added', {}, { grants: [grant({ breakGlass: { hours: 1 } })] }],
    [
      'GRANTED',
      'break-glass is not needed any more',
      { grants: [grant({ breakGlass: { hours: 72 } })] },
      { grants: [grant()] },
    ],
    [
      'GRANTED',
      'an opening lasts longer',
      { grants: [grant({ breakGlass: { hours: 3 } })] },
      { grants: [grant({ breakGlass: { hours: 4 } })] },
    ],
    [
      'GRANTED',
      'it is opened with another agreement',
      { grants: [grant({ breakGlass: { hours: 4 } })] },
      { grants: [grant({ breakGlass: { hours: 4 }, agreement: agreementOf({ id: 'ANOTHER' }) })] },
    ],
    [
      'GRANTED',
      'what is received may be kept longer',
      { grants: [grant({ agreement: agreementOf({ obligations: obligations('P1D') }) })] },
      { grants: [grant({ agreement: agreementOf({ obligations: obligations('P1Y') }) })] },
    ],
    [
      'GRANTED',
      'it is passed on under other terms',
      { grants: [grant()] },
      {
        grants: [
          grant({ agreement: agreementOf({ obligations: { deleteBy: 'P1D', passingOn: { en: 'Yes', es: 'Sí' } } }) }),
        ],
      },
    ],
    [
      'GRANTED',
      'an agreement begins earlier',
      { grants: [grant({ agreement: agreementOf({ from: 200 }) })] },
      { grants: [grant({ agreement: agreementOf({ from: 100 }) })] },
    ],
    [
      'GRANTED',
      'a purpose is added',
      { grants: [grant({ purposes: ['PROTECTION'] })] },
      { grants: [grant({ purposes: ['STATISTICS', 'PROTECTION'] })] },
    ],
    ['GRANTED', 'a part of a condition goes', { grants: [grant({ when: both })] }, { grants: [grant({ when: OWN })] }],
    [
      'GRANTED',
      'a condition is one of two instead of both',
      { grants: [grant({ when: both })] },
      { grants: [grant({ when: { kind: 'any', of: both.of } })] },
    ],
    ['GRANTED', 'a condition goes', { grants: [grant({ when: OWN })] }, { grants: [grant()] }],
    ['TOLD_BY_CONDITION', 'a condition is added', { grants: [grant()] }, { grants: [grant({ when: OWN })] }],
    [
      'TOLD_BY_CONDITION',
      'a condition gets a further part',
      { grants: [grant({ when: OWN })] },
      { grants: [grant({ when: both })] },
    ],
    [
      'TOLD_BY_CONDITION',
      'a condition of parts gets a further one',
      { grants: [grant({ when: both })] },
      { grants: [grant({ when: { kind: 'all', of: [{ ...OWN, subject: 'holder' }, ...both.of] } })] },
    ],
    ['TOLD_BY_CONDITION', 'a cap is added under a condition', {}, { caps: [cap({ unless: OWN })] }],
    [
      'TOLD_BY_CONDITION',
      'a cap under a condition limits others too',
      { caps: [cap({ when: OWN, audience: { parties: ['COL'] } })] },
      { caps: [cap({ when: OWN })] },
    ],
    ['CAP_GONE', 'a cap goes', { caps: [cap()] }, {}],
    [
      'CAP_GONE',
      'a cap holds across borders only',
      { caps: [cap({ scope: 'ALWAYS' })] },
      { caps: [cap({ scope: 'CROSSING' })] },
    ],
    [
      'CAP_GONE',
      'a cap leaves a purpose alone',
      { caps: [cap()] },
      { caps: [cap({ exceptPurposes: ['PROTECTION'] })] },
    ],
    ['CAP_GONE', 'a cap limits less', { caps: [cap({ level: 'year' })] }, { caps: [cap({ level: 'month' })] }],
    [
      'CAP_GONE',
      'a tag that reaches no field yet limits less',
      { caps: [cap({ target: { about: ['BIOMETRIC'] }, level: 'none' })] },
      { caps: [cap({ target: { about: ['BIOMETRIC'] }, level: 'full' })] },
    ],
    [
      'CAP_GONE',
      'a tag limits less those that it can reach later',
      { caps: [cap({ target: { about: ['CHILD'] }, level: 'none' })] },
      { caps: [cap({ target: { about: ['CHILD'] }, level: 'month' })] },
    ],
    ['CAP_GONE', 'a cap gets a condition', { caps: [cap()] }, { caps: [cap({ when: OWN })] }],
    [
      'CAP_GONE',
      'a tag gives way to names',
      { caps: [cap({ target: { about: ['CHILD'] }, level: 'year' })] },
      { caps: [cap({ target: { coordinates: [KIND_FIELDS.birthDate] }, level: 'year' })] },
    ],
    [
      'AGENCY_ADDED',
      'an agency joins',
      { party: { ...WHO, agencies: ['A'] } },
      { party: { ...WHO, agencies: ['A', 'B'] } },
    ],
    [
      'LABEL_CHANGED',
      'a field is labelled otherwise',
      { pinned: { [FIELD]: 'PERSONAL date' } },
      { pinned: { [FIELD]: 'OPERATIONAL date' } },
    ],
    ['PUBLIC_FIELD', 'a PUBLIC field is pinned', {}, { pinned: { [FIELD]: 'PUBLIC date' } }],
    ['HOLDS_LONGER', 'rules hold longer unconfirmed', {}, { maxStalenessSeconds: 3600 }],
  ])('%s when %s', (code, _, before, after) => {
    expect(review(before, after)).toEqual([code]);
  });

  it.each(['Person.id', 'Count.value'])(
    'NEEDS_NO_GRANT when %s is new: keys and structural fields follow',
    (coordinate) => {
      const after = { pinned: { [coordinate]: 'undefined other' } };
      expect(mayShowMore(partOf({}), partOf(after), FERRY_LABELS)).toEqual([
        { code: 'NEEDS_NO_GRANT', rule: null, coordinate },
      ]);
      expect(mayShowMore(partOf(after), partOf(after), FERRY_LABELS)).toEqual([]);
    },
  );

  it('names the rule and each field that it may show more of', () => {
    const fields = [FIELD, KIND_FIELDS.other];
    const more = mayShowMore(partOf({ grants: [grant()] }), partOf({ grants: [grantOf(fields)] }), KIND_LABELS);
    expect(more).toEqual([{ code: 'GRANTED', rule: 'TEST-GRANT', coordinate: KIND_FIELDS.other }]);
  });

  it('several old grants may cover a new one, each a field', () => {
    const old = [grantOf([FIELD]), grantOf([KIND_FIELDS.other])];
    expect(review({ grants: old }, { grants: [grantOf([FIELD, KIND_FIELDS.other])] })).toEqual([]);
  });

  it('says nothing only where nobody gets a higher level of anything', () => {
    let silent = 0;
    fc.assert(
      fc.property(
        anyKind.chain((kind) =>
          fc.tuple(
            fc.constant(kind),
            fc.array(anyGrant(kind), { maxLength: 4 }),
            fc.array(anyCap(kind), { maxLength: 3 }),
            anyEdit,
            fc.array(anySubject, { minLength: 20, maxLength: 20 }),
          ),
        ),
        ([kind, grants, caps, edit, subjects]) => {
          const after = edit({ grants, caps });
          if (review({ grants, caps }, after).length > 0) return;
          silent++;
          for (const subject of subjects) {
            const rank = (rules: { grants: readonly Grant[]; caps: readonly Cap[] }) =>
              rankOf(kind, decide(ruleSetOf({ labels: KIND_LABELS, ...rules }), subject, KIND_FIELDS[kind]).level) ?? 0;
            expect(rank(after)).toBeLessThanOrEqual(rank({ grants, caps }));
          }
        },
      ),
      { seed: 4, numRuns: 800 },
    );
    expect(silent).toBeGreaterThan(200);
  });
});
