import type { PlanJob } from './plan-job';

/** Texts that wait are bounded by their characters, in all and of one requester; each counts as some at least. */
export interface WaitingLimits {
  readonly most: number;
  readonly mostOfOne: number;
  readonly least: number;
}

/** What ships: some thousand plans in all, a quarter of them one requester's. */
export const WAITING_LIMITS: WaitingLimits = { most: 4_000_000, mostOfOne: 1_000_000, least: 1_000 };

/**
 * The plans that wait for a thread, a line for each requester. Lines take turns, so that whoever asks much waits
 * behind themselves; a plan that several wait for stands in the line of each.
 */
export class WaitingPlans {
  /** In the order of whose turn it is. */
  private readonly lines = new Map<string, PlanJob[]>();

  constructor(private readonly limits: WaitingLimits) {}

  /** Puts a plan at the end of a requester's line. Returns whether it stands there: when too many wait already, it does not. */
  add(requester: string, job: PlanJob): boolean {
    const line = this.lines.get(requester) ?? [];
    if (line.includes(job)) return true;
    const all = [...this.lines.values()].reduce((sum, one) => sum + this.sizeOf(one), 0);
    if (all >= this.limits.most || this.sizeOf(line) >= this.limits.mostOfOne) return false;
    this.lines.set(requester, [...line, job]);
    return true;
  }

  /** Puts a plan that was begun back at the head of a line. */
  putBack(requester: string, job: PlanJob): void {
    job.isTaken = false;
    this.lines.set(requester, [job, ...(this.lines.get(requester) ?? [])]);
  }

  /** The next plan, and in whose line it stood; of those who are served already, none. */
  take(served: ReadonlySet<string>): { readonly requester: string; readonly job: PlanJob } | undefined {
    for (const requester of [...this.lines.keys()].filter((one) => !served.has(one))) {
      const [job, ...left] = (this.lines.get(requester) ?? []).filter(({ isTaken }) => !isTaken);
      // Whoever was served goes to the end.
      this.lines.delete(requester);
      if (!job) continue;
      if (left.length > 0) this.lines.set(requester, left);
      job.isTaken = true;
      return { requester, job };
    }
    return undefined;
  }

  /** Takes all that wait away. */
  clear(): readonly PlanJob[] {
    const waiting = [...this.lines.values()].flat().filter(({ isTaken }) => !isTaken);
    this.lines.clear();
    return waiting;
  }

  private sizeOf(line: readonly PlanJob[]): number {
    return line.reduce((sum, { text, isTaken }) => sum + (isTaken ? 0 : Math.max(text.length, this.limits.least)), 0);
  }
}
