import type { BenchOptions } from './bench-options';

/** Calibration and the pauses between processes, in each round of a row. */
const BESIDE_SECONDS = 0.5;
const START_SECONDS = 4;

/** Tells on the error stream what is running, and how much is left. */
export class Progress {
  constructor(
    private readonly rows: number,
    private readonly options: BenchOptions,
    private readonly firstWarmUp: number,
    private readonly warmUp: number,
  ) {}

  private started = 0;
  private measured = 0;

  starts(name: string): void {
    this.started += 1;
    this.tell(`starting ${this.started} of ${this.rows}: ${name}`);
  }

  measures(name: string, round: number): void {
    this.tell(`round ${round} of ${this.options.rounds}: ${name}`);
    this.measured += 1;
  }

  /** Turns after all rounds, for what deciding costs. */
  measuresRules(name: string, turn: number, turns: number): void {
    const { seconds } = this.options;
    const left = 2 * (turns - turn + 1) * (seconds + 2 * this.warmUp + BESIDE_SECONDS);
    process.stderr.write(`rules, turn ${turn} of ${turns}: ${name} (about ${Math.ceil(left / 60)} min left)\n`);
  }

  private tell(what: string): void {
    const { rounds, seconds } = this.options;
    const starts = (this.rows - this.started) * (START_SECONDS + this.firstWarmUp);
    const left = starts + (this.rows * rounds - this.measured) * (seconds + this.warmUp + BESIDE_SECONDS);
    process.stderr.write(`${what} (about ${Math.ceil(left / 60)} min left)\n`);
  }
}
