import type { Change, RuleChange } from './change';

interface ReportHead {
  readonly question: string;
  readonly title: string;
  readonly askedAt: string;
  /** What failed, in the gateway's words. */
  readonly problems: readonly string[];
}

/** What one question came to, in one round. */
export type Report = ReportHead &
  (
    | {
        readonly outcome: 'FIRST';
        /** Whether an earlier answer was known, and had to be deleted. */
        readonly dropped: boolean;
        readonly ruleSetVersion: string;
        /** How many places the answer has. */
        readonly places: number;
      }
    | {
        readonly outcome: 'COMPARED';
        readonly since: string;
        readonly ruleSetVersion: string;
        readonly rulesBefore: string;
        readonly changes: readonly Change[];
        readonly rulesNew: readonly RuleChange[];
        readonly rulesGone: readonly RuleChange[];
      }
    | { readonly outcome: 'REFUSED' | 'NOT_ANSWERED' }
  );

/** Whether a question was not answered as a whole. */
export const hasFailed = ({ outcome }: Report): boolean => outcome === 'REFUSED' || outcome === 'NOT_ANSWERED';
