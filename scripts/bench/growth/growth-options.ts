import { parseArgs } from 'node:util';
import { wholeNumber } from '../gateways/bench-options';
import { GROWTHS, type Growth } from './growth-point';

/** How growth is measured. */
export interface GrowthOptions {
  readonly growths: readonly Growth[];
  readonly seconds: number;
  readonly rounds: number;
}

/** Reads the options. @throws with one line that says what is wrong. */
export function readGrowthOptions(words: readonly string[]): GrowthOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      dimensions: { type: 'string' },
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
    },
  });
  return {
    growths: values.dimensions === undefined ? GROWTHS : values.dimensions.split(',').map(growthNamed),
    seconds: wholeNumber('--seconds', values.seconds),
    rounds: wholeNumber('--rounds', values.rounds),
  };
}

function growthNamed(name: string): Growth {
  const growth = GROWTHS.find(({ dimension }) => dimension === name.trim());
  if (growth) return growth;
  throw new Error(`${name} is no dimension. There are: ${GROWTHS.map(({ dimension }) => dimension).join(', ')}.`);
}
