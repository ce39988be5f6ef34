import { ABOUT_REQUIRED_FROM, SENSITIVITIES } from '../directives';
import {
  CONTRIBUTED_BY,
  type FieldLabel,
  type LabelProblem,
  type LabelTable,
  OWNER_JOINT,
  type RecordLabel,
} from './label';
import { typesBehind } from './type-behind';

type JointCheck = (label: FieldLabel, table: LabelTable) => string | false;

const typeOf = ({ coordinate }: Pick<FieldLabel, 'coordinate'>): string => coordinate.split('.')[0] as string;
const isJoint = (record: RecordLabel | undefined): boolean => record?.owner === OWNER_JOINT;

/** One check a line: whose rules decide a joint field must be known of every value. */
const JOINT_CHECKS: readonly JointCheck[] = [
  (label, { records }) =>
    typeOf(label) !== 'Query' &&
    !isJoint(records.get(typeOf(label))) &&
    `belongs to ${OWNER_JOINT} and stands on no record, so nobody's rules decide it: make it PUBLIC, its type @structural, or a record of its own with the attribute ${CONTRIBUTED_BY}`,
  (label, { records }) =>
    isJoint(records.get(typeOf(label))) &&
    label.subgraphs.some((subgraph) => subgraph !== records.get(typeOf(label))?.subgraph) &&
    'is answered where the records are not stored, so nobody knows there who contributed them',
  (label, table) =>
    typeOf(label) === 'Query' &&
    !bringsJointRecords(label, table) &&
    `belongs to ${OWNER_JOINT} and brings no records of contributors, so nobody's rules decide it: make it PUBLIC`,
];

/** Checks what belongs to the contributors of joint domains: each value that is not PUBLIC is one contributor's. */
export function checkJoint(table: LabelTable): LabelProblem[] {
  return [...[...table.records.values()].filter(isJoint).flatMap(recordProblems), ...fieldProblems(table)];
}

function recordProblems({ type, subgraph, attributes }: RecordLabel): LabelProblem[] {
  const attribute = attributes.get(CONTRIBUTED_BY);
  const isFixed = attribute?.type === 'STRING' && !attribute.list && !attribute.changes;
  if (isFixed && isHarmless(attribute)) return [];
  const cause = `holds records of contributors: add @attribute(name: "${CONTRIBUTED_BY}", type: STRING, as: OPERATIONAL, changes: false), never personal`;
  return [{ coordinate: type, subgraph, cause }];
}

/** Where a value is blank, its contributor is told. */
const isHarmless = ({ sensitivity }: { sensitivity: FieldLabel['sensitivity'] }): boolean =>
  sensitivity !== undefined && SENSITIVITIES.indexOf(sensitivity) < SENSITIVITIES.indexOf(ABOUT_REQUIRED_FROM);

function fieldProblems(table: LabelTable): LabelProblem[] {
  return [...table.fields.values()]
    .filter(({ owner, structural, key, sensitivity, kind }) => {
      const isDecided = !structural && !key && sensitivity !== 'PUBLIC' && kind !== 'mutation';
      return owner === OWNER_JOINT && isDecided;
    })
    .flatMap((label) =>
      JOINT_CHECKS.map((check) => check(label, table))
        .filter((cause) => cause !== false)
        .map((cause) => ({ coordinate: label.coordinate, subgraph: label.subgraphs.join(', '), cause })),
    );
}

function bringsJointRecords(label: FieldLabel, table: LabelTable): boolean {
  const types = typesBehind(label, table);
  return types.length > 0 && types.every((type) => isJoint(table.records.get(type)));
}
