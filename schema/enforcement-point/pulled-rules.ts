import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleSet } from '../access/rule-set';
import type { RuleSource } from '../access/rule-source';
import { type BundleSource, fetchBundle } from './fetch-bundle';
import { HeldRules, type HeldRulesOptions } from './held-rules';

/** What an enforcement point pulls rules with. */
export interface PulledRulesOptions extends BundleSource, HeldRulesOptions {
  /** How long a look may wait for newer rules, in seconds; 20 unless said otherwise. */
  readonly waitSeconds?: number | undefined;
}

const WAIT_SECONDS = 20;
const FIRST_PATIENCE_MS = 15_000;
const RETRY_MS = 250;
const MAX_RETRY_MS = 2_000;

/**
 * Rules as their owners signed them, pulled from wherever they are distributed, within milliseconds of their
 * publication. What cannot be confirmed for longer than its owner allows is withheld but for what is PUBLIC.
 */
export class PulledRules implements RuleSource {
  private readonly stopping = new AbortController();
  private readonly confirmedFile: string;
  private confirmedAt: number;
  /** What names the bundle that is in force here: said with each look. */
  private etag = '';
  private taking: Promise<void> = Promise.resolve();
  private refreshing: Promise<RuleSet> | undefined;

  private constructor(
    private readonly options: PulledRulesOptions,
    private readonly rules: HeldRules,
  ) {
    this.confirmedFile = path.join(options.directory, 'confirmed-at');
    this.confirmedAt = readInstant(this.confirmedFile);
  }

  /** Opens the rules: at once where some are held, else when the first are had. @throws when none can be had. */
  static async open(options: PulledRulesOptions): Promise<PulledRules> {
    const pulled = new PulledRules(options, await HeldRules.open(options));
    await pulled.firstLook(Date.now() + FIRST_PATIENCE_MS).catch((error: unknown) => {
      pulled.close();
      throw error;
    });
    void pulled.keepLooking();
    return pulled;
  }

  current(): RuleSet {
    const ruleSet = this.rules.current(this.confirmedAt);
    if (!ruleSet) throw new Error('No rules are in force.');
    return ruleSet;
  }

  refresh(): Promise<RuleSet> {
    this.refreshing ??= this.look(0)
      .catch(() => undefined)
      .then(() => this.current())
      .finally(() => {
        this.refreshing = undefined;
      });
    return this.refreshing;
  }

  close(): void {
    this.stopping.abort();
    void this.options.outbound.close();
  }

  private async firstLook(deadline: number): Promise<void> {
    for (;;) {
      const failure = await this.look(0).then(
        () => undefined,
        (error: Error) => error,
      );
      if (this.rules.current(this.confirmedAt)) return;
      if (Date.now() > deadline)
        throw new Error(`No rules could be had from ${this.options.url}: ${failure?.message ?? 'none are published'}`);
      await this.pause(RETRY_MS);
    }
  }

  private async keepLooking(): Promise<void> {
    let pause = RETRY_MS;
    while (!this.stopping.signal.aborted) {
      try {
        await this.look(this.options.waitSeconds ?? WAIT_SECONDS);
        pause = RETRY_MS;
      } catch {
        await this.pause(pause);
        pause = Math.min(pause * 2, MAX_RETRY_MS);
      }
    }
  }

  private async look(waitSeconds: number): Promise<void> {
    // What was refused of a party that was unknown is looked at again once its key is pinned.
    if (this.rules.hasNewParties) this.etag = '';
    const holds = this.etag;
    const { signal } = this.stopping;
    const notInForce = this.rules.notInForce;
    const found = await fetchBundle(this.options, { holds, notInForce, waitSeconds, signal });
    if (found !== 'NOTHING_NEWER') await this.takeInTurn(found.bundle, found.etag);
    this.confirmedAt = this.options.now().getTime();
    writeFileSync(this.confirmedFile, String(this.confirmedAt), { mode: 0o600 });
    if (found !== 'NOTHING_NEWER' && found.etag === holds) throw new Error('the same rules were sent again');
  }

  private takeInTurn(bundle: unknown, etag: string): Promise<void> {
    const taken = this.taking.then(async () => {
      if (etag === this.etag) return;
      await this.rules.take(bundle);
      // INVARIANT: a point says that it holds a bundle only once everything is decided by it.
      this.etag = etag;
    });
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
    });
  }
}

/** The instant in a file; the beginning of time where there is none. */
function readInstant(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}
