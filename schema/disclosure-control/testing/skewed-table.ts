import { flatDimension } from '../table/dimension';
import { type CountedCell, crossings, type FrequencyTable, withMargins } from '../table/frequency-table';
import { seededNumbers } from './generated-tables';

/** A dimension of codes that become rarer one after the other: the first is e^skew times as frequent as one after the last. */
export interface SkewedDimension {
  readonly name: string;
  readonly codes: number;
  readonly skew: number;
}

/** A table of about so many people, as a register of migrants has them: a few departments hold most, the last ones hardly any. */
export function skewedTable(persons: number, skewed: readonly SkewedDimension[], seed: number): FrequencyTable {
  const random = seededNumbers(seed);
  const shares = skewed.map(sharesOf);
  const dimensions = skewed.map(({ name, codes }) => flatDimension(name, codesOf(name, codes)));
  const leaves = crossings(skewed.map(({ codes }) => [...Array(codes).keys()])).map((places): CountedCell => {
    const expected = places.reduce((product, place, at) => product * (shares[at]?.[place] ?? 0), persons);
    const varied = expected * Math.exp(0.84 * (random() + random() + random() - 1.5));
    const count = Math.floor(varied) + (random() < varied % 1 ? 1 : 0);
    return { coordinates: places.map((place, at) => `${skewed[at]?.name}${place}`), persons: count, key: 0 };
  });
  return withMargins(dimensions, leaves);
}

const codesOf = (name: string, codes: number): string[] =>
  Array.from({ length: codes }, (_, place) => `${name}${place}`);

function sharesOf({ codes, skew }: SkewedDimension): number[] {
  const weights = Array.from({ length: codes }, (_, place) => Math.exp((-skew * place) / codes));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
