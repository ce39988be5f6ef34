import type { LabelTable } from '../labels/label';
import { mergeLabels } from '../labels/merge-labels';

/** Names the schemas that a test writes: `one`, `two` ... in the order given. */
export function namedSchemas(...sdls: string[]): ReadonlyMap<string, string> {
  const names = ['one', 'two', 'three'];
  return new Map(sdls.map((sdl, index) => [names[index] ?? String(index), sdl]));
}

/** The label table of schemas that a test writes itself; labels that do not merge stop the test. */
export function labelsOf(...sdls: string[]): LabelTable {
  const { table, problems } = mergeLabels(namedSchemas(...sdls));
  if (problems[0]) throw new Error(`${problems[0].coordinate} ${problems[0].cause}`);
  return table;
}
