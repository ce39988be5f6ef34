import { parseArgs } from 'node:util';

/** How the benchmark of gateways is run. */
export interface BenchOptions {
  /** Names of the rows; all unless said otherwise. */
  readonly rows: readonly string[] | undefined;
  readonly seconds: number;
  readonly rounds: number;
  readonly help: boolean;
}

/** What is said of the options. */
export const BENCH_USAGE = `  --rows A,B     only these, by name: as the report spells them
  --seconds N    how long each row is loaded in each round (4)
  --rounds N     how many rounds count (3)`;

/** Reads the options. @throws with one line that says what is wrong. */
export function readBenchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rows: { type: 'string' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    // A name may hold a comma, and a blank after it; names that are listed have none.
    rows: values.rows?.split(/,(?! )/),
    seconds: wholeNumber('--seconds', values.seconds),
    rounds: wholeNumber('--rounds', values.rounds),
    help: values.help,
  };
}

/** Reads a number of an option. @throws with one line when it is none from 1 to 999. */
export function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Error(`${name} is a whole number from 1 to 999.`);
  return Number(text);
}
