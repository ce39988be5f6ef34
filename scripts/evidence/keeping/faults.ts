import { CopyExistsError } from '@pasarela/schema/evidence/copies/copy-log';
import {
  EvidenceUnavailableError,
  LogInUseError,
  LogRefusedError,
} from '@pasarela/schema/evidence/log/evidence-errors';
import { RetentionRefusedError } from '@pasarela/schema/evidence/retention/retention-order';
import { findingText } from '@pasarela/schema/evidence/verification/finding';
import type { Language } from '@pasarela/schema/localized-text';
import { KeepingFault } from './texts';

/** Does something with a log, and says what kept it from being done in the reader's language. @throws KeepingFault */
export async function withFaults<Result>(
  { log, file, lang }: { readonly log: string; readonly file: string; readonly lang: Language },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error, { log, file, lang }) ?? error;
  }
}

function faultOf(
  error: unknown,
  { log, file, lang }: { readonly log: string; readonly file: string; readonly lang: Language },
): KeepingFault | undefined {
  if (error instanceof LogInUseError) return new KeepingFault('running', { writer: error.writer, log });
  if (error instanceof CopyExistsError) return new KeepingFault('exists', { file });
  if (error instanceof RetentionRefusedError)
    return new KeepingFault('tooYoung', { minimum: error.minimum, from: error.keptFrom.toISOString() });
  if (error instanceof EvidenceUnavailableError)
    return new KeepingFault('notSigned', { reason: error.cause instanceof Error ? error.cause.message : '' });
  if (error instanceof LogRefusedError) {
    const [first] = error.findings;
    return new KeepingFault('damaged', { log, file, finding: first ? findingText(first, lang) : '' });
  }
  return undefined;
}
