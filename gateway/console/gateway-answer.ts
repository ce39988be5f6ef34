/** One thing that the rules withheld or changed in the answer, or may have, and whom to ask about it. */
export type Notice = {
  code: string;
  /** `Type.field`, or the type's name when the notice is about rows. */
  coordinate: string;
  path: string;
  /** The level shown; when it differs from record to record, the least. */
  level: string;
  /** The cap that limits, or the grant that holds for some records only; empty when no agreement grants it. */
  rule: string;
  agreements: string;
  reason: string;
  source: string;
  contact: string;
};

/** Under what the answer was given: the receipt to quote when asking about it. */
export type Disclosure = {
  requestId: string;
  purpose: string;
  ruleSetVersion: string;
  legalBasis: string[];
};

/** A field that the answer uses and that its owner is about to give up. */
export type Deprecation = {
  coordinate: string;
  until: string;
  instead: string;
  reason: string;
  contact: string;
};

/** The part of an answer that the panel below the result shows. */
export type AnswerAccount = { notices: Notice[]; deprecations: Deprecation[]; disclosure: Disclosure | null };

type Fields = Record<string, unknown>;

/** Reads notices and disclosure from an answer; what is missing or misshapen becomes empty text. */
export function readAccount(answer: unknown): AnswerAccount {
  const extensions = asFields(asFields(answer).extensions);
  const listed = (name: string) => (Array.isArray(extensions[name]) ? extensions[name] : []).map(asFields);
  return {
    notices: listed('notices').map(readNotice),
    deprecations: listed('deprecations').map(readDeprecation),
    disclosure: extensions.disclosure ? readDisclosure(asFields(extensions.disclosure)) : null,
  };
}

/** The gateway's own words when it refused the whole request; null when there is any data. */
export function refusalOf(answer: unknown): string | null {
  const { data, errors } = asFields(answer);
  if (data !== undefined && data !== null) return null;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return asText(asFields(first).message) || null;
}

function readNotice(fields: Fields): Notice {
  return {
    code: asText(fields.code),
    coordinate: asText(fields.coordinate),
    path: Array.isArray(fields.path) ? fields.path.map(asText).join('.') : asText(fields.path),
    level: asText(fields.level),
    rule: asText(fields.rule),
    agreements: asTexts(fields.agreements).join(', '),
    reason: asText(fields.reason),
    source: asText(fields.source),
    contact: asText(fields.contact),
  };
}

function readDeprecation(fields: Fields): Deprecation {
  return {
    coordinate: asText(fields.coordinate),
    until: asText(fields.until),
    instead: asText(fields.instead),
    reason: asText(fields.reason),
    contact: asText(fields.contact),
  };
}

function readDisclosure(fields: Fields): Disclosure {
  return {
    requestId: asText(fields.requestId),
    purpose: asText(fields.purpose),
    ruleSetVersion: asText(fields.ruleSetVersion),
    legalBasis: asTexts(fields.legalBasis),
  };
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(asText).filter(Boolean) : [];
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
