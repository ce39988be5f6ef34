import type { FieldLabel, LabelProblem, LabelTable } from './label';

type StructuralCheck = (label: FieldLabel, mixed: ReadonlySet<string>) => string | false;

const typeOf = ({ coordinate }: FieldLabel): string => coordinate.split('.')[0] as string;

/** One check a line: a structural field follows the decision of another, so there must be nothing else to decide. */
const STRUCTURAL_CHECKS: readonly StructuralCheck[] = [
  (label, mixed) => mixed.has(typeOf(label)) && 'is structural, and other fields of its type are not',
  ({ requires }) => requires.length > 0 && 'is structural and requires fields, on which no decision would depend',
  ({ key }) => key && 'is structural and a key: an entity has decisions of its own',
];

/** Checks the fields of structural types, over all subgraphs. */
export function checkStructural({ fields }: LabelTable): LabelProblem[] {
  const labels = [...fields.values()];
  const structural = labels.filter((label) => label.structural);
  const others = new Set(labels.filter((label) => !label.structural).map(typeOf));
  const mixed = new Set(structural.map(typeOf).filter((type) => others.has(type)));
  return structural.flatMap((label) =>
    STRUCTURAL_CHECKS.map((check) => check(label, mixed))
      .filter((cause) => cause !== false)
      .map((cause) => ({ coordinate: label.coordinate, subgraph: label.subgraphs.join(', '), cause })),
  );
}
