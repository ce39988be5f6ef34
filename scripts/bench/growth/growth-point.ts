/** How large a federation and a question to it are. */
export interface GrowthPoint {
  /** Entities in the answer. */
  readonly entities: number;
  /** Fields that are asked of each, beside its key. */
  readonly fields: number;
  /** Rules in force. */
  readonly rules: number;
  /** Subgraphs, over which the fields are spread evenly. */
  readonly subgraphs: number;
}

/** What grows. */
export type Dimension = keyof GrowthPoint;

/** Where every dimension but that of subgraphs sets out from. */
export const BASE: GrowthPoint = { entities: 100, fields: 20, rules: 100, subgraphs: 3 };

/** One dimension: the point that it sets out from, and what it takes in turn. */
export interface Growth {
  readonly dimension: Dimension;
  readonly base: GrowthPoint;
  readonly values: readonly number[];
}

/** Every dimension. Each of sixty subgraphs has to have a field to be asked for, so there are sixty wherever those grow. */
export const GROWTHS: readonly Growth[] = [
  { dimension: 'entities', base: BASE, values: [10, 100, 1_000, 10_000] },
  { dimension: 'fields', base: BASE, values: [5, 20, 50, 200] },
  { dimension: 'rules', base: BASE, values: [10, 100, 1_000, 3_000] },
  { dimension: 'subgraphs', base: { ...BASE, fields: 60 }, values: [3, 10, 30, 60] },
];

/** The points of a dimension, the smallest first. */
export const pointsOf = ({ dimension, base, values }: Growth): GrowthPoint[] =>
  values.map((value) => ({ ...base, [dimension]: value }));

/** A point by its name: equal points have equal names. */
export const nameOf = ({ entities, fields, rules, subgraphs }: GrowthPoint): string =>
  `${entities} entities, ${fields} fields, ${rules} rules, ${subgraphs} subgraphs`;

/** The points of dimensions, each once. */
export const distinctPoints = (growths: readonly Growth[]): GrowthPoint[] => [
  ...new Map(growths.flatMap(pointsOf).map((point) => [nameOf(point), point])).values(),
];
