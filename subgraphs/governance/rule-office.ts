import type { AssembledRules } from '@pasarela/schema/access/assemble-rule-set';
import type { Opening } from '@pasarela/schema/access/opening';
import { RuleFileError } from '@pasarela/schema/access/read-yaml';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { rulesOfParts } from '@pasarela/schema/enforcement-point/rules-of-parts';
import { requestError } from '@pasarela/schema/errors';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { type Bundle, etagOf } from '@pasarela/schema/rule-bundles/bundle';
import type { HeldBundle } from '@pasarela/schema/rule-bundles/held-bundle';
import { holdBundle, noLongerSigned } from '@pasarela/schema/rule-bundles/hold-bundle';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import type { OwnerPart, PartDocument } from '@pasarela/schema/rule-bundles/owner-part';
import { pinnedLabels } from '@pasarela/schema/rule-bundles/pinned-labels';
import { type RootKeys, withNewlyPinned } from '@pasarela/schema/rule-bundles/root-keys';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import type { Connection } from 'mongoose';
import type { BundleFeed, SentBundle } from './distribution/distribution-server';
import { newestParts } from './publications/newest-parts';
import { keepPartsOfChanges } from './root-keys/keep-parts-of-change';
import { changesInForce } from './root-keys/root-key-change.model';

/** What an office works with. */
export interface RuleOfficeOptions {
  readonly connection: Connection;
  readonly labels: LabelTable;
  /** The parties' root keys as they are pinned: with them it checks what it is given. It holds no key of its own. */
  readonly rootKeys: () => RootKeys;
  readonly now: () => Date;
}

/** What would be held with another key, or why it is refused. */
export type KeyChangeResult =
  | { readonly held: HeldBundle; readonly refusal: undefined }
  | { readonly held: undefined; readonly refusal: string };

/** The newest part of every owner, what follows from them, and the next part of one. */
export class RuleOffice implements BundleFeed {
  private sent: SentBundle = { etag: '', text: '' };
  private rules: RuleSet | undefined;
  /** The owners whose newest part holds an invalid rule. */
  private rejected: AssembledRules['rejected'] = new Map();
  private listeners: Array<() => void> = [];
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: RuleOfficeOptions,
    private held: HeldBundle,
  ) {
    this.hold(held);
  }

  /** Opens the office on what was published. */
  static async open(options: RuleOfficeOptions): Promise<RuleOffice> {
    await keepPartsOfChanges(options.connection);
    const newest = await newestParts(options.connection);
    const changes = await changesInForce(options.connection);
    const keyChanges = changes.map(({ signed }) => JSON.parse(signed) as Signed);
    // Numbers are never given out again, also where a part does not count any more: its owner has another key now.
    const highest = new Map(newest.map(({ owner, number }) => [owner, number]));
    const nothing = { rootKeys: options.rootKeys(), parts: new Map(), keyChanges: [], highest };
    const parts = Object.fromEntries(newest.map(({ owner, signed }) => [owner, signed]));
    const { held } = await holdBundle(nothing, { parts, keyChanges }, options.now());
    return new RuleOffice(options, held);
  }

  current(): SentBundle {
    return this.sent;
  }

  next(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  /** The highest number that a part of an owner ever had; 0 before its first. */
  numberOf(owner: string): number {
    return this.held.highest.get(owner) ?? 0;
  }

  /** Whether a party is about to join: its root key is pinned, and nothing of it was ever published. */
  isJoining(owner: string): boolean {
    return this.numberOf(owner) === 0 && this.rootKeys().has(owner);
  }

  /** The parties that are about to join. */
  joining(): string[] {
    return [...this.rootKeys().keys()].filter((party) => this.isJoining(party));
  }

  /** An owner's newest part. */
  partOf(owner: string): OwnerPart | undefined {
    return this.held.parts.get(owner)?.part;
  }

  /** An owner's newest part as it was signed. */
  signedPartOf(owner: string): Signed | undefined {
    return this.held.parts.get(owner)?.signed;
  }

  /** The owners that have a part, in order. */
  owners(): string[] {
    return [...this.held.parts.keys()].sort();
  }

  /** The root keys that count now: those held, and those of parties that were pinned since the office opened. */
  rootKeys(): RootKeys {
    return withNewlyPinned(this.held.rootKeys, this.options.rootKeys());
  }

  get labels(): LabelTable {
    return this.options.labels;
  }

  /** The rules in force. @throws RULES_INVALID before the first. */
  ruleSet(): RuleSet {
    if (!this.rules) throw requestError('RULES_INVALID', { what: 'none are published yet' });
    return this.rules;
  }

  /** The rules as they would be with other documents of an owner. @throws RULES_INVALID with file and line. */
  ruleSetWith(owner: string, documents: readonly PartDocument[]): RuleSet {
    const parts = this.partsInForce();
    const labels = pinnedLabels(this.options.labels, owner);
    parts.set(owner, { documents: [...documents], labels });
    const { ruleSet, rejected } = this.assembled(parts);
    // What others wrote may be invalid already; a change must not make it so.
    const [fault] = [...rejected].filter(([of]) => of === owner || !this.rejected.has(of)).map(([, error]) => error);
    if (fault) throw requestError('RULES_INVALID', { what: fault.message });
    return ruleSet;
  }

  /** The part that an owner would sign. @throws RULES_INVALID when it has not the form of one. */
  payload(part: Pick<OwnerPart, 'owner' | 'number' | 'issuedAt' | 'documents'>): OwnerPart {
    try {
      const { labels } = this.options;
      return makePart({ ...part, labels, maxStalenessSeconds: this.partOf(part.owner)?.maxStalenessSeconds });
    } catch (error) {
      throw requestError('RULES_INVALID', { what: (error as Error).message });
    }
  }

  /** Does one thing after another. */
  inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(task);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** What would be held with a signed part. @throws SIGNATURE_REFUSED when enforcement points would refuse it. */
  async withPart(owner: string, signed: Signed): Promise<HeldBundle> {
    const { openings = [] } = this.held;
    const bundle: Bundle = { parts: { [owner]: signed }, keyChanges: [], openings };
    const known = { ...this.held, rootKeys: this.rootKeys() };
    const { held, refusals } = await holdBundle(known, bundle, this.options.now());
    const [refusal] = refusals;
    if (refusal) throw requestError('SIGNATURE_REFUSED', { what: `${refusal.code}: ${refusal.cause}` });
    return held;
  }

  /**
   * What would be held with another root key of a party, and the parts that it signed; or why it is refused.
   *
   * INVARIANT: whatever is in force stays signed by keys that count, or a point that starts anew would drop it.
   */
  async withKeyChange(change: Signed, resigned: readonly Signed[]): Promise<KeyChangeResult> {
    const parts = Object.fromEntries(resigned.map((signed) => [(contentOf(signed) as OwnerPart).owner, signed]));
    const { openings = [] } = this.held;
    const bundle: Bundle = { parts, keyChanges: [change], openings };
    const known = { ...this.held, rootKeys: this.rootKeys() };
    const { held, refusals } = await holdBundle(known, bundle, this.options.now());
    const [refusal] = refusals;
    if (refusal) return { held: undefined, refusal: refusal.cause };
    const unsigned = await noLongerSigned(held);
    const cause = `the rules of ${unsigned.join(', ')} would be left without a signature that counts: hand them in signed by the new key`;
    return unsigned.length > 0 ? { held: undefined, refusal: cause } : { held, refusal: undefined };
  }

  /** Distributes other openings from now on. */
  openAgreements(openings: readonly Opening[]): void {
    this.hold({ ...this.held, openings });
  }

  /** Distributes what is held from now on. */
  hold(held: HeldBundle): void {
    this.held = held;
    const parts = Object.fromEntries([...held.parts].map(([owner, { signed }]) => [owner, signed]));
    const { openings = [] } = held;
    const bundle = { parts, keyChanges: [...held.keyChanges] as Signed[], openings };
    this.sent = { etag: etagOf(bundle), text: JSON.stringify(bundle) };
    if (held.parts.size > 0) {
      const { ruleSet, rejected } = this.assembled(this.partsInForce());
      this.rules = ruleSet;
      this.rejected = rejected;
    }
    for (const listener of this.listeners.splice(0)) listener();
  }

  private partsInForce(): Map<string, Pick<OwnerPart, 'documents' | 'labels'>> {
    return new Map([...this.held.parts].map(([owner, { part }]) => [owner, part]));
  }

  private assembled(parts: ReadonlyMap<string, Pick<OwnerPart, 'documents' | 'labels'>>) {
    try {
      return rulesOfParts({ parts, labels: this.options.labels, previous: this.rules });
    } catch (error) {
      if (error instanceof RuleFileError) throw requestError('RULES_INVALID', { what: error.message });
      throw error;
    }
  }
}
