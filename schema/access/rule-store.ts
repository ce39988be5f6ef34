import type { LabelTable } from '../labels/label';
import { loadRuleSet } from './load-rule-set';
import type { RuleFileError } from './read-yaml';
import { versionOfFolder } from './rule-documents';
import type { RuleSet } from './rule-set';
import type { RuleSource } from './rule-source';

/** How often a rule store looks whether its files changed, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/** What a rule store reports: owners whose part was rejected, with file and line. */
export type RejectionListener = (owner: string, fault: RuleFileError) => void;

/**
 * An enforcement point's own copy of the rules, read from files and read again when they change. An
 * invalid part is reported and the last valid one stays in force.
 */
export class RuleStore implements RuleSource {
  private ruleSet: RuleSet;
  private filesVersion = '';
  /** The fault for which the files are refused as they stand: reported once, not at every look. */
  private fault = '';
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly directory: string,
    private readonly labels: LabelTable,
    private readonly onRejected: RejectionListener,
  ) {
    this.ruleSet = this.load();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** The rules in force. */
  current(): RuleSet {
    return this.ruleSet;
  }

  /** Reads the files again if they changed, and returns the rules in force. */
  async refresh(): Promise<RuleSet> {
    return this.look();
  }

  private look(): RuleSet {
    try {
      const version = versionOfFolder(this.directory);
      if (version === this.filesVersion) return this.ruleSet;
      // Remembered before it is read: a set that is refused is reported once, not every second.
      this.filesVersion = version;
      this.ruleSet = this.load(this.ruleSet);
      this.fault = '';
    } catch (error) {
      const { message } = error as RuleFileError;
      if (message !== this.fault) this.onRejected('ALL', error as RuleFileError);
      this.fault = message;
    }
    return this.ruleSet;
  }

  /** Stops looking for changes. */
  close(): void {
    clearInterval(this.timer);
  }

  private load(previous?: RuleSet): RuleSet {
    const { ruleSet, rejected, filesVersion } = loadRuleSet(this.directory, this.labels, previous);
    this.filesVersion = filesVersion;
    for (const [owner, fault] of rejected) this.onRejected(owner, fault);
    return ruleSet;
  }
}
