import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { requestError } from '@pasarela/schema/errors';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { parse } from 'graphql';
import type { Answered, Received } from '../request-state';
import { decisionOf } from './decision-of';
import { ExportFile } from './export-file';
import { ExportJob, type ExportJobOptions } from './export-job';
import { pagedLists } from './paged-query';

/** How much is kept at a time, and how long. */
export interface ExportLimits {
  readonly maxExports: number;
  readonly maxExportsOfOne: number;
  readonly maxBytes: number;
  readonly lifetimeMs: number;
}

/** The limits that ship. */
export const EXPORT_LIMITS: ExportLimits = {
  maxExports: 20,
  maxExportsOfOne: 3,
  maxBytes: 50_000_000,
  lifetimeMs: 30 * 60_000,
};

/** How often what expired is deleted. */
const SWEEP_MS = 10_000;
const ID_BYTES = 24;

/** What the exports work with. */
export interface ExportsOptions {
  /** A folder of their own: what stands there from before is deleted. */
  readonly directory: string;
  readonly limits: ExportLimits;
  readonly now: () => Date;
  /** THE path of a request. */
  readonly answer: (received: Received) => Promise<Answered>;
  readonly refuse: (received: Received, error: unknown) => Answered;
}

/** An export that is asked for: by whom, and what. */
export interface AskedExport {
  readonly requester: Requester;
  readonly received: Received;
  readonly question: NumberedQuestion | undefined;
}

type MadeForJob = Pick<ExportJobOptions, 'id' | 'lists' | 'file' | 'decision'>;

/** The exports of a gateway: in its memory and a folder of its own, gone when it stops. */
export class Exports {
  private readonly jobs = new Map<string, ExportJob>();
  private readonly running = new Set<Promise<void>>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(private readonly options: ExportsOptions) {
    rmSync(options.directory, { recursive: true, force: true });
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
    // What could not be deleted is tried again by the next sweep, and by who begins an export.
    this.sweeping = setInterval(() => void this.deleteExpired().catch(() => undefined), SWEEP_MS).unref();
  }

  /**
   * Begins an export. It is decided first, without fetching: what would be refused is refused at once.
   * @returns the job, or what the path answered: its refusal, or a dry run that was asked for
   */
  async begin(asked: AskedExport): Promise<ExportJob | Answered> {
    const { received, requester } = asked;
    await this.deleteExpired();
    const decided = await this.decide(received);
    if (decided.status !== 200 || received.dryRun) return decided;
    const lists = pagedLists(parse(received.query), received.operationName);
    const id = randomBytes(ID_BYTES).toString('base64url');
    const file = await ExportFile.create(path.join(this.options.directory, id));
    const job = this.jobOf(asked, { id, lists, file, decision: decisionOf(decided) });
    try {
      this.requireRoom(requester);
    } catch (error) {
      await job.delete();
      throw error;
    }
    this.jobs.set(id, job);
    this.follow(job.run());
    return job;
  }

  /** An export of this requester. @throws UNKNOWN_EXPORT also for one of somebody else */
  async of(requester: Requester, id: string): Promise<ExportJob> {
    await this.deleteExpired();
    const job = this.jobs.get(id);
    if (!job?.isOf(requester)) throw requestError('UNKNOWN_EXPORT');
    return job;
  }

  /**
   * Demands that the rules still say what they said when the export was made.
   * @param received the requester as they present themselves now
   * @throws EXPORT_OUTDATED, EXPORT_NOT_DONE @returns the refusal of the path, if it refuses them now
   */
  async requireInForce(job: ExportJob, received: Received): Promise<Answered | undefined> {
    if (job.state !== 'DONE') throw requestError('EXPORT_NOT_DONE', { state: job.state });
    const decided = await this.decide({ ...job.options.received, authorization: received.authorization });
    if (decided.status !== 200) return decided;
    if (decisionOf(decided) === job.options.decision) return undefined;
    await this.delete(job);
    throw requestError('EXPORT_OUTDATED');
  }

  /** Deletes an export, whatever it is at. */
  async delete(job: ExportJob): Promise<void> {
    this.jobs.delete(job.options.id);
    await job.delete();
  }

  /** Ends and deletes them all. */
  async close(): Promise<void> {
    clearInterval(this.sweeping);
    await Promise.all([...this.jobs.values()].map((job) => this.delete(job)));
    await Promise.all(this.running);
  }

  private jobOf({ requester, received, question }: AskedExport, made: MadeForJob): ExportJob {
    const { limits, now, answer, refuse } = this.options;
    return new ExportJob({
      ...{ requester, received, question, now, answer },
      ...made,
      maxBytes: limits.maxBytes,
      expiresAt: new Date(now().getTime() + limits.lifetimeMs),
      refuse: (error) => refuse(received, error),
    });
  }

  private decide(received: Received): Promise<Answered> {
    return this.options.answer({ ...received, dryRun: true, receivedAt: this.options.now(), possession: 'PROVEN' });
  }

  private follow(run: Promise<void>): void {
    const followed = run.finally(() => this.running.delete(followed));
    this.running.add(followed);
  }

  private requireRoom(requester: Requester): void {
    const { maxExports, maxExportsOfOne } = this.options.limits;
    const jobs = [...this.jobs.values()];
    if (jobs.length >= maxExports) throw requestError('TOO_MANY_EXPORTS', { max: maxExports });
    if (jobs.filter((job) => job.isOf(requester)).length >= maxExportsOfOne)
      throw requestError('TOO_MANY_EXPORTS', { max: maxExportsOfOne });
  }

  private async deleteExpired(): Promise<void> {
    const now = this.options.now();
    for (const job of [...this.jobs.values()]) if (job.expiresAt <= now) await this.delete(job);
  }
}
