import { GraphQLError } from 'graphql';
import { QUESTION_ERRORS } from './access/question/question-refusals';
import { ACTION_PLAN_ERRORS } from './action-plan-errors';
import { ANSWER_ERRORS } from './answer-errors';
import { ENROLMENT_ERRORS } from './enrolment/enrolment-refusals';
import { EVIDENCE_ERRORS } from './evidence/evidence-refusals';
import { EXPORT_ERRORS } from './export-errors';
import { GOVERNANCE_ERRORS } from './governance-errors';
import { IDENTITY_ERRORS } from './identity/identity-refusals';
import type { Language } from './localized-text';
import { OUTBOUND_ERRORS } from './outbound/outbound-refusals';
import { PROBE_ERRORS } from './probe-errors';
import { RIGHTS_ERRORS } from './rights-errors';
import { STATISTIC_ERRORS } from './statistic-errors';

/** One entry of the catalogue. Texts may hold `{name}` for a detail that is never a record's value. */
interface CatalogueEntry {
  readonly status: number;
  readonly en: string;
  readonly es: string;
}

/**
 * Every error that the product answers with: code, HTTP status, text. The one place that the gateway and every
 * subgraph take it from, put together of what each part refuses (`*-refusals.ts`, `*-errors.ts`). A text says what
 * to do; it never holds a record's value, a token or an address.
 *
 * INVARIANT: a code stands in one part only.
 */
export const ERRORS = {
  ...IDENTITY_ERRORS,
  ...QUESTION_ERRORS,
  ...ANSWER_ERRORS,
  ...GOVERNANCE_ERRORS,
  ...OUTBOUND_ERRORS,
  ...ENROLMENT_ERRORS,
  ...EVIDENCE_ERRORS,
  ...EXPORT_ERRORS,
  ...RIGHTS_ERRORS,
  ...ACTION_PLAN_ERRORS,
  ...PROBE_ERRORS,
  ...STATISTIC_ERRORS,
} as const satisfies Record<string, CatalogueEntry>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ERRORS;
/** What fills the `{name}` slots of a text. Names and limits only, never a record's value. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The text of an error in one language, its slots filled. */
export function errorMessage(code: ErrorCode, language: Language, details: ErrorDetails = {}): string {
  return ERRORS[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** A refusal in the catalogue's terms. The message is English; whoever answers puts it in the reader's language. */
export class RequestError extends GraphQLError {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(errorMessage(code, 'en', details), { extensions: { code, details } });
    this.status = ERRORS[code].status;
  }
}

/** Makes a refusal in the catalogue's terms. */
export const requestError = (code: ErrorCode, details?: ErrorDetails) => new RequestError(code, details);
