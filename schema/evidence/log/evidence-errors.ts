import { RequestError } from '../../errors';
import { type Finding, findingText } from '../verification/finding';

/** What was to be recorded is not on the disk: what waits for it must not go out. */
export class EvidenceUnavailableError extends RequestError {
  constructor(cause: unknown) {
    super('EVIDENCE_UNAVAILABLE');
    this.cause = cause;
  }
}

/** A log that another process writes to: one alone may. */
export class LogInUseError extends Error {
  override readonly name = 'LogInUseError';

  constructor(
    readonly directory: string,
    /** The number of the process. */
    readonly writer: string,
  ) {
    super(`Process ${writer} writes to the log ${directory} already. One process alone may.`);
  }
}

/** A log that is not what was written and signed: it is not opened, or a leaf of it not given out. */
export class LogRefusedError extends Error {
  override readonly name = 'LogRefusedError';

  constructor(
    directory: string,
    readonly findings: readonly Finding[],
  ) {
    const [first] = findings;
    super(`The log ${directory} is not what was written and signed. ${first ? findingText(first, 'en') : ''}`);
  }
}
