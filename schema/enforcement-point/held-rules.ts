import path from 'node:path';
import type { RuleSet } from '../access/rule-set';
import type { LabelTable } from '../labels/label';
import type { HeldBundle, HeldPart } from '../rule-bundles/held-bundle';
import { readHeldBundle, writeHeldBundle } from '../rule-bundles/held-bundle-file';
import { holdBundle } from '../rule-bundles/hold-bundle';
import { type RootKeys, withNewlyPinned } from '../rule-bundles/root-keys';
import { readRootKeys, writeRootKeys } from '../rule-bundles/root-keys-file';
import { rulesOfParts } from './rules-of-parts';
import { staleness } from './stale-owners';
import { withholding } from './withheld-for-now';

/** Where a point keeps what it holds, and what it is checked with. */
export interface HeldRulesOptions {
  readonly labels: LabelTable;
  /** The root keys that the point's operator pinned. */
  readonly rootKeysFile: string;
  /** Where the point keeps what it holds, so that it starts on its last valid rules. */
  readonly directory: string;
  readonly now: () => Date;
  /** Reports what was refused. */
  warn(details: Readonly<Record<string, string | number>>, message: string): void;
}

/**
 * The rules that a point holds: what owners signed, what of it is in force, and both on the disk.
 * A part that is refused, or that holds an invalid rule, leaves its owner's last valid part in force.
 */
export class HeldRules {
  /** The owners whose newest part is not in force here. */
  notInForce: readonly string[] = [];
  private ruleSet: RuleSet | undefined;
  /** The newest part of each owner that is in force. */
  private readonly applied = new Map<string, HeldPart>();
  private outOfDate: { readonly of: RuleSet; readonly owners: string; readonly ruleSet: RuleSet } | undefined;

  private constructor(
    private readonly options: HeldRulesOptions,
    private held: HeldBundle,
  ) {}

  /** Opens what a point kept. Files that were changed behind its back hold nothing. */
  static async open(options: HeldRulesOptions): Promise<HeldRules> {
    const { directory, rootKeysFile, now, warn } = options;
    const rootKeys = readRootKeys(rootKeysFile);
    const applied = await readHeldBundle(path.join(directory, 'in-force'), rootKeys, now());
    const newest = await readHeldBundle(path.join(directory, 'newest'), rootKeys, now());
    for (const refusal of [...applied.refusals, ...newest.refusals]) warn({ ...refusal }, 'kept rules refused');
    const rules = new HeldRules(options, newest.held);
    if (applied.held.parts.size > 0) rules.putInForce(applied.held);
    if (newest.held.parts.size > 0) rules.putInForce(newest.held);
    return rules;
  }

  /** Whether the operator pinned root keys of parties since a bundle was last looked at. */
  get hasNewParties(): boolean {
    return this.pinnedKeys() !== this.held.rootKeys;
  }

  /** Takes what is valid and newer of a bundle, and puts it in force. */
  async take(bundle: unknown): Promise<void> {
    this.held = { ...this.held, rootKeys: this.pinnedKeys() };
    const { held, refusals } = await holdBundle(this.held, bundle, this.options.now());
    for (const refusal of refusals)
      this.options.warn({ ...refusal }, 'rules refused; the last valid part stays in force');
    this.keep(held);
    this.held = held;
    const rejected = this.putInForce(held);
    this.notInForce = [...new Set([...refusals.map(({ owner }) => owner), ...rejected])].sort();
    // What is in force may be older than what was refused for an invalid rule.
    const highest = new Map([...this.applied].map(([owner, { part }]) => [owner, part.number]));
    const inForce = { ...held, parts: this.applied, highest };
    writeHeldBundle(path.join(this.options.directory, 'in-force'), inForce);
  }

  /** The rules in force; undefined before the first. @param confirmedAt when they were last known to be the newest. */
  current(confirmedAt: number): RuleSet | undefined {
    const age = this.options.now().getTime() - confirmedAt;
    const stale = [...this.held.parts].filter(([, { part }]) => age > part.maxStalenessSeconds * 1000);
    if (stale.length === 0 || !this.ruleSet) return this.ruleSet;
    return this.without(this.ruleSet, stale.map(([owner]) => owner).sort());
  }

  /** The root keys held, and those of parties that were pinned since; a file that cannot be read adds none. */
  private pinnedKeys(): RootKeys {
    try {
      return withNewlyPinned(this.held.rootKeys, readRootKeys(this.options.rootKeysFile));
    } catch {
      return this.held.rootKeys;
    }
  }

  /** INVARIANT: what is in force was kept first: a point that starts again never goes back behind it. */
  private keep(held: HeldBundle): void {
    if (JSON.stringify([...held.rootKeys]) !== JSON.stringify([...this.held.rootKeys]))
      writeRootKeys(this.options.rootKeysFile, held.rootKeys);
    writeHeldBundle(path.join(this.options.directory, 'newest'), held);
  }

  /** Puts parts in force. Returns the owners whose part holds an invalid rule. */
  private putInForce({ parts, openings }: HeldBundle): string[] {
    const { labels, warn } = this.options;
    const owners = new Map([...parts].map(([owner, { part }]) => [owner, part]));
    try {
      const { ruleSet, rejected } = rulesOfParts({ parts: owners, labels, previous: this.ruleSet, openings });
      for (const [owner, fault] of rejected)
        warn({ owner, fault: fault.message }, 'rules rejected; the last valid part stays in force');
      for (const [owner, part] of parts) if (!rejected.has(owner)) this.applied.set(owner, part);
      this.ruleSet = ruleSet;
      return [...rejected.keys()];
    } catch (error) {
      warn({ owner: 'ALL', fault: (error as Error).message }, 'rules rejected; everything stays as it was');
      return [...parts.keys()];
    }
  }

  private without(of: RuleSet, stale: readonly string[]): RuleSet {
    const owners = stale.join();
    if (this.outOfDate?.of !== of || this.outOfDate.owners !== owners) {
      const reasons = stale.map((owner) => staleness(owner, of));
      this.outOfDate = { of, owners, ruleSet: withholding(of, reasons) };
    }
    return this.outOfDate.ruleSet;
  }
}
