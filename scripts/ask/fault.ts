import type { Language } from '@pasarela/schema/localized-text';
import { fill, TEXTS, type Texts } from './texts';

/** Which line is printed when nothing can be answered. */
export type FaultName = keyof Texts['faults'];

/** How the command ends. */
export const EXIT = { answered: 0, failed: 1, usage: 2 } as const;
type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The faults that are not the user's way of asking. */
const FAILURES: ReadonlySet<FaultName> = new Set(['notRunning', 'timeout', 'notGateway', 'badYaml']);

/** A reason to stop, told in one line of the reader's language. */
export class Fault extends Error {
  readonly exitCode: ExitCode;

  constructor(
    readonly fault: FaultName,
    readonly slots: Readonly<Record<string, string | number>> = {},
  ) {
    super(fill(TEXTS.en.faults[fault], slots));
    this.exitCode = FAILURES.has(fault) ? EXIT.failed : EXIT.usage;
  }

  /** The line in a language; a usage fault also says where help is. */
  line(language: Language): string {
    const { faults } = TEXTS[language];
    const line = fill(faults[this.fault], this.slots);
    return this.exitCode === EXIT.usage ? `${line} ${faults.usage}` : line;
  }
}
