import fc from 'fast-check';
import type { DecisionSubject } from '../access/decision-subject';
import type { AttributeType } from '../directives';
import type { AttributeLabel, RecordLabel } from '../labels/label';
import type { ConditionText } from './condition-model';
import { labelsOf } from './labels';
import { subjectOf } from './rules';

/** A record type with an attribute of each type, alone and as a list, at the top and within an object. */
export const TRAVELLER_LABELS = labelsOf(`
  type Traveller @owner(party: "PAN") @record(of: PERSON)
    @attribute(name: "role", type: STRING, as: PERSONAL)
    @attribute(name: "crossedOn", type: STRING, as: PERSONAL)
    @attribute(name: "companions", type: NUMBER, as: PERSONAL)
    @attribute(name: "minor", type: BOOLEAN, as: PERSONAL)
    @attribute(name: "claims", type: STRING, list: true, as: PERSONAL)
    @attribute(name: "counts", type: NUMBER, list: true, as: PERSONAL)
    @attribute(name: "marks", type: BOOLEAN, list: true, as: PERSONAL)
    @attribute(name: "nationality", path: "holder.nationality", type: STRING, as: PERSONAL)
    @attribute(name: "age", path: "holder.age", type: NUMBER, as: PERSONAL)
    @attribute(name: "aliases", path: "holder.aliases", type: STRING, list: true, as: PERSONAL)
  {
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    crossedOn: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    dataset: String @sensitivity(as: PUBLIC)
  }
`);
/** What conditions may read of it. */
export const TRAVELLER = TRAVELLER_LABELS.records.get('Traveller') as RecordLabel;

/** Few values of each type, so that conditions and records often speak of the same ones. */
const VALUES: Readonly<Record<AttributeType, readonly unknown[]>> = {
  STRING: ['', 'COL', 'PAN', 'AUDITOR', '2026-01-15', '2026-01-12'],
  NUMBER: [-1, 0, 1.5, 2],
  BOOLEAN: [true, false],
};
const anyOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const attributes = [...TRAVELLER.attributes.values()];

// What is stored.

/** Values of the wrong type for any attribute, or of the right one where it is in the wrong place. */
const anyWrong: fc.Arbitrary<unknown> = fc.oneof(
  anyOf([...VALUES.STRING, ...VALUES.NUMBER, ...VALUES.BOOLEAN]),
  anyOf([{}, { nationality: 'COL' }, { 0: 'COL' }, new Date('2026-01-15T00:00:00Z')]),
);

const anyItem = (type: AttributeType): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: anyOf(VALUES[type]) },
    { weight: 1, arbitrary: anyWrong },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(anyOf(VALUES[type]), { maxLength: 2 }) },
  );

/** What may stand at an attribute: undefined is missing. */
function anyStored({ type, list }: AttributeLabel): fc.Arbitrary<unknown> {
  const lists = fc.array(anyItem(type), { maxLength: 3 });
  return fc.oneof(
    { weight: list ? 2 : 8, arbitrary: anyOf(VALUES[type]) },
    { weight: list ? 8 : 2, arbitrary: lists },
    { weight: 1, arbitrary: anyWrong },
    { weight: 1, arbitrary: anyOf([null, undefined]) },
  );
}

const withoutMissing = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

function anyFields(within: string): fc.Arbitrary<object> {
  const own = attributes.filter(({ path }) => path.slice(0, path.lastIndexOf('.') + 1) === within);
  const fields = own.map((attribute) => [attribute.path.slice(within.length), anyStored(attribute)] as const);
  return fc.record(Object.fromEntries(fields)).map(withoutMissing);
}

const anyHolder: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: anyFields('holder.') },
  { weight: 1, arbitrary: fc.array(anyFields('holder.'), { maxLength: 2 }) },
  { weight: 1, arbitrary: anyOf([null, undefined, 'COL', [[{ nationality: 'COL', aliases: ['COL'] }]]]) },
);

/** Any stored record: right values, nulls, missing ones, other types, lists in the wrong place. */
export const anyRecord: fc.Arbitrary<object> = fc
  .tuple(anyFields(''), anyHolder)
  .map(([fields, holder]) => withoutMissing({ ...fields, holder }));

// What is asked of it.

const VARIABLES: Readonly<Record<AttributeType, readonly string[]>> = {
  STRING: ['$requester.party', '$requester.agency', '$purpose', '$today', '$daysAgo.3'],
  NUMBER: [],
  BOOLEAN: ['$caseGiven'],
};
/** No rule compares with an empty text. */
const anyOperand = (type: AttributeType) =>
  anyOf([...VALUES[type].filter((value) => value !== ''), ...VARIABLES[type]]);

function anyComparison({ type, list }: Pick<AttributeLabel, 'type' | 'list'>): fc.Arbitrary<unknown> {
  const operand = anyOperand(type);
  const operands = fc.array(operand, { minLength: 1, maxLength: 3 });
  const ordered = type !== 'BOOLEAN' && !list;
  const bound = type === 'STRING' ? anyOf(['2026-01-14', '2026-01-15', '2025-12-31', '$today', '$daysAgo.3']) : operand;
  return fc.oneof(
    operand,
    operand.map(($eq) => ({ $eq })),
    operands.map(($in) => ({ $in })),
    ...(type === 'STRING' ? [fc.constant({ $in: '$requester.roles' })] : []),
    ...(ordered
      ? [bound.map(($gte) => ({ $gte })), fc.record({ $gte: bound, $lte: bound }), bound.map(($lte) => ({ $lte }))]
      : []),
  );
}

const anyAttributeText = anyOf(attributes).chain((attribute) =>
  anyComparison(attribute).map((comparison) => ({ [attribute.name]: comparison })),
);

/** Of the request, or of an attribute that the type does not have. */
const anyOtherText: fc.Arbitrary<ConditionText> = fc.oneof(
  anyComparison({ type: 'STRING', list: false }).map((absent) => ({ absent })),
  anyOperand('BOOLEAN').map(($caseGiven) => ({ $caseGiven })),
  anyOf(['AUDIT', 'MIGRATION_MANAGEMENT', '$requester.party']).map(($purpose) => ({ $purpose })),
  fc.constantFrom(
    { '$requester.party': { $in: ['COL', 'PAN'] } },
    { '$requester.roles': 'AUDITOR' },
    { $today: { $gte: '2026-01-15' } },
  ),
);

const branchOf = ([operator, parts]: readonly [string, readonly ConditionText[]]): ConditionText => ({
  [operator]: parts,
});

/** Any condition over those attributes, as a rule file writes it, nested up to three times. */
export const anyConditionText: fc.Arbitrary<ConditionText> = fc.letrec<{ any: ConditionText; branch: ConditionText }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 5, arbitrary: anyAttributeText },
      { weight: 1, arbitrary: anyOtherText },
      { weight: 4, arbitrary: tie('branch') },
    ),
    branch: fc.oneof(
      fc.tuple(anyOf(['$and', '$or']), fc.array(tie('any'), { minLength: 1, maxLength: 3 })).map(branchOf),
      fc.tuple(anyAttributeText, anyAttributeText).map(([one, other]) => ({ ...one, ...other })),
    ),
  }),
).any;

/** Few people who ask; one of them, which no issuer would make, has no role. */
export const anyAsker: fc.Arbitrary<DecisionSubject> = fc
  .record({
    party: anyOf(['COL', 'PAN']),
    roles: anyOf([['ANALYST'], ['ANALYST', 'AUDITOR'], []] as const),
    caseGiven: anyOf([true, false, undefined]),
  })
  .map(({ caseGiven, ...subject }) => ({ ...subjectOf(subject), ...(caseGiven !== undefined && { caseGiven }) }));
