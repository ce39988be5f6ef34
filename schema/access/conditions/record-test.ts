import { Query } from 'mingo';
import type { RecordLabel } from '../../labels/label';
import type { DecisionSubject } from '../decision-subject';
import { bindCondition } from './bind-condition';
import type { Condition } from './condition';
import { certainlyFalse, certainlyTrue, EVERY, either, every, NO_RECORD, type RecordFilter } from './record-filter';

/**
 * Which records of a type something holds for. One text, two uses: the filter for the store, and the test of
 * one record in memory. INVARIANT: both are made from the same filter.
 */
export class RecordTest {
  private query: Query | undefined;

  private constructor(readonly filter: RecordFilter) {}

  /** Holds for every record, or for none: the record need not be looked at. */
  get settled(): boolean | undefined {
    if (this.filter === EVERY) return true;
    return this.filter === NO_RECORD ? false : undefined;
  }

  /** Whether it holds for one raw record. No record: it holds only if it holds for every one. */
  holds(record: object | undefined): boolean {
    if (this.settled !== undefined) return this.settled;
    if (record === undefined) return false;
    this.query ??= new Query(this.filter as Record<string, never>);
    return this.query.test(record as Record<string, never>);
  }

  /** Holds where a condition is certainly true: for a grant's `when` and a cap's `unless`. */
  static whenTrue(condition: Condition, subject: DecisionSubject, record: RecordLabel | undefined): RecordTest {
    return new RecordTest(certainlyTrue(bindCondition(condition, subject, record)));
  }

  /** Holds where a condition is certainly false: what a cap's `when` leaves alone. */
  static whenFalse(condition: Condition, subject: DecisionSubject, record: RecordLabel | undefined): RecordTest {
    return new RecordTest(certainlyFalse(bindCondition(condition, subject, record)));
  }

  /** Holds where all of them do. */
  static all(tests: readonly RecordTest[]): RecordTest {
    return tests.length === 1 ? (tests[0] as RecordTest) : new RecordTest(every(tests.map(({ filter }) => filter)));
  }

  /** Holds where one of them does. */
  static any(tests: readonly RecordTest[]): RecordTest {
    return tests.length === 1 ? (tests[0] as RecordTest) : new RecordTest(either(tests.map(({ filter }) => filter)));
  }

  static readonly ALWAYS = new RecordTest(EVERY);
  static readonly NEVER = new RecordTest(NO_RECORD);
}
