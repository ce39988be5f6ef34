import { LogFile } from '@pasarela/schema/operational-log/log-file';
import pino, { type Logger } from 'pino';

/** What a subgraph writes of each request. Coordinates and codes only: no value, no token, no name of a person. */
export interface RequestLogEntry {
  readonly requestId: string;
  readonly status: number;
  readonly code?: string;
  readonly party?: string;
  readonly agency?: string;
  readonly purpose?: string;
  /** Purposes that the requester's token should not hold together, for the owner's data-protection officer. */
  readonly heldTogether?: readonly string[];
  readonly caseReference?: string;
  readonly ruleSetVersion?: string;
  /** The fields that the operation asked for, plumbing left out. */
  readonly coordinates?: readonly string[];
}

/** A log of requests that can be closed. */
export interface RequestLog {
  write(entry: RequestLogEntry): void;
  /** Reports something that is no request: a rejected rule, a fault with its error's name. */
  warn(details: Readonly<Record<string, string | number>>, message: string): void;
  close(): Promise<void>;
}

/** Opens a log of JSON lines in a file; pino escapes line breaks, so one request is one line. */
export function openRequestLog(file: string, name: string): RequestLog {
  const logFile = new LogFile({ file });
  const logger: Logger = pino({ base: { name } }, logFile);
  return {
    write: (entry) =>
      logger.info({ ...entry, coordinates: entry.coordinates && [...new Set(entry.coordinates)].sort() }, 'request'),
    warn: (details, message) => logger.warn(details, message),
    close: () => logFile.close(),
  };
}
