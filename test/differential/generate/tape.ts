/** Choices that are read off a list of numbers: a shorter list or smaller numbers make a smaller question. */
export class Tape {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number from 0 to below `count`; 0 once the list is at its end. */
  draw(count: number): number {
    const number = this.numbers[this.at++] ?? 0;
    return number % count;
  }

  /** True once in so many. */
  once(count: number): boolean {
    return this.draw(count) === count - 1;
  }

  /** One of these; the first once the list is at its end. */
  pick<Value>(values: readonly Value[]): Value {
    return values[this.draw(values.length)] as Value;
  }
}
