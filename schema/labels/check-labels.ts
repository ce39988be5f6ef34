import { CHAINS, rankOf } from '../access/levels';
import { ABOUT_REQUIRED_FROM, SENSITIVITIES, SUBJECTS } from '../directives';
import { checkJoint } from './check-joint';
import { checkRecords } from './check-records';
import { checkStructural } from './check-structural';
import {
  type FieldLabel,
  type FieldRead,
  type InputLabel,
  isPartyCode,
  type LabelProblem,
  type LabelTable,
  OWNER_ANY,
} from './label';

type FieldCheck = (label: FieldLabel, context: CheckContext) => string | false | undefined;

/** What the checks need besides the field itself. */
interface CheckContext {
  readonly table: LabelTable;
  readonly parties: ReadonlySet<string>;
}

/** The rank from which a field is personal. */
const PERSONAL_RANK = SENSITIVITIES.indexOf(ABOUT_REQUIRED_FROM);
const rank = (label: FieldLabel) => (label.sensitivity ? SENSITIVITIES.indexOf(label.sensitivity) : -1);

/** One check a line: its text is the cause that a failing composition prints beside the coordinate. */
const FIELD_CHECKS: readonly FieldCheck[] = [
  ({ owner }) => !owner && 'has no owner: add @owner(party: ...) to the field or its type',
  ({ owner }, { parties }) =>
    owner && isPartyCode(owner) && !parties.has(owner) && `names ${owner}, which is no known party, as its owner`,
  ({ sensitivity }) => !sensitivity && 'has no sensitivity: add @sensitivity(as: ...)',
  ({ sensitivity }) =>
    sensitivity && !SENSITIVITIES.includes(sensitivity) && `has the unknown sensitivity ${sensitivity}`,
  (label) =>
    label.owner === OWNER_ANY && label.sensitivity !== 'PUBLIC' && `belongs to ${OWNER_ANY}, so it must be PUBLIC`,
  (label) =>
    rank(label) >= PERSONAL_RANK &&
    label.about.length === 0 &&
    'is personal and does not say whom it is about: add @about(subjects: [...])',
  ({ about }) => about.some((subject) => !SUBJECTS.includes(subject)) && 'is about an unknown subject',
  (label) =>
    !label.nullable && label.sensitivity !== 'PUBLIC' && !label.key && 'can be withheld, so it must be nullable',
  (label) =>
    label.key && rank(label) >= PERSONAL_RANK && 'is a key, which is always answered, so it cannot be personal',
  (label, { table }) => foreignRequirement(label, table),
];

/** Checks every field and input of the table; composition fails on any problem. */
export function checkLabels(table: LabelTable, parties: ReadonlySet<string>): LabelProblem[] {
  const context = { table, parties };
  return [
    ...[...table.fields.values()]
      .filter(({ structural }) => !structural)
      .flatMap((label) => fieldProblems(label, context)),
    ...[...table.inputs.values()].flatMap((input) => inputProblems(input, table)),
    ...checkRecords(table),
    ...checkJoint(table),
    ...checkStructural(table),
  ];
}

function fieldProblems(label: FieldLabel, context: CheckContext): LabelProblem[] {
  return FIELD_CHECKS.map((check) => check(label, context))
    .filter((cause): cause is string => typeof cause === 'string')
    .map((cause) => ({ coordinate: label.coordinate, subgraph: label.subgraphs.join(', '), cause }));
}

function foreignRequirement(label: FieldLabel, table: LabelTable): string | false {
  const foreign = label.requires.find((coordinate) => {
    const required = table.fields.get(coordinate);
    if (!required) return true;
    return !required.structural && required.owner !== label.owner && required.sensitivity !== 'PUBLIC';
  });
  return foreign !== undefined && `requires ${foreign}, which is another owner's and not PUBLIC, or unknown`;
}

const PAGING = /\((first|after):\)$/;
const PAGING_TYPES: ReadonlyMap<string, string> = new Map([
  ['first', 'Int'],
  ['after', 'String'],
]);
const ARGUMENT_OF_MUTATION = /^Mutation\./;

/** INVARIANT: whatever selects rows says which field it reads. Paging reads none; a mutation's input writes. */
function inputProblems(input: InputLabel, table: LabelTable): LabelProblem[] {
  const { coordinate, type, reads, subgraph } = input;
  if (PAGING_TYPES.get(PAGING.exec(coordinate)?.[1] ?? '') === type || writes(coordinate, table)) return [];
  if (reads.length > 0) return reads.flatMap((read) => readProblems(input, read, table));
  if (isInputObject(type, table)) return [];
  return [{ coordinate, subgraph, cause: 'does not say what it reads: add @reads(field: "Type.field")' }];
}

function readProblems({ coordinate, subgraph }: InputLabel, { field, at }: FieldRead, { fields }: LabelTable) {
  const kind = fields.get(field)?.kind;
  if (!kind) return [{ coordinate, subgraph, cause: `reads ${field}, which does not exist` }];
  if (at === undefined || (rankOf(kind, at) ?? 0) > 0) return [];
  const chain = CHAINS[kind].slice(1).join(', ');
  return [{ coordinate, subgraph, cause: `reads ${field} at ${at}, which is none of ${chain}` }];
}

/** An argument that holds an input object is labelled through that object's own fields. */
function isInputObject(type: string, table: LabelTable): boolean {
  return [...table.inputs.keys()].some((coordinate) => coordinate.startsWith(`${type}.`));
}

/** Whether an input is only written with: an argument of a mutation, or a part of what only such arguments take. */
function writes(coordinate: string, table: LabelTable, within: ReadonlySet<string> = new Set()): boolean {
  if (ARGUMENT_OF_MUTATION.test(coordinate)) return true;
  const inputType = coordinate.split('.')[0] as string;
  // An input object may hold another of its own type: that one is taken by nothing else for it.
  if (within.has(inputType)) return true;
  const takers = [...table.inputs.values()].filter(({ type }) => type === inputType);
  const seen = new Set([...within, inputType]);
  return takers.length > 0 && takers.every((taker) => writes(taker.coordinate, table, seen));
}
