import type { Stage } from './attack';

/** What became of a request during which the clock failed. */
export interface ClockFault<Result> {
  /** Whether the clock was read so often that it failed. */
  readonly failed: boolean;
  readonly result: Result;
}

/** Does something while the n-th reading of the stage's clock, in the gateway or in a subgraph, throws. */
async function withFault<Result>(
  { clock }: Stage,
  nth: number,
  message: string,
  act: () => Promise<Result>,
): Promise<ClockFault<Result>> {
  let readings = 0;
  const read = () => {
    readings++;
    if (readings === nth) throw new TypeError(message);
    return 0;
  };
  Object.defineProperty(clock, 'aheadMs', { configurable: true, get: read });
  try {
    return { result: await act(), failed: readings >= nth };
  } finally {
    Object.defineProperty(clock, 'aheadMs', { configurable: true, writable: true, value: 0 });
  }
}

/**
 * Does something again and again, and each time the clock fails one reading later, until it is done without a
 * fault: a real fault of ours, wherever time is told. Gives the results of those that met one.
 */
export async function atEveryFault<Result>(stage: Stage, message: string, act: () => Promise<Result>) {
  const results: Result[] = [];
  for (let nth = 1; ; nth++) {
    const { failed, result } = await withFault(stage, nth, message, act);
    if (!failed) return results;
    results.push(result);
  }
}
