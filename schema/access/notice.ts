import type { Language } from '../localized-text';
import type { Decision } from './decide';
import { NONE } from './levels';
import type { RuleSet } from './rule-set';

/** What a requester is told about a field that they get less of. It depends on rules alone, never on data. */
export interface Notice {
  readonly code: 'WITHHELD' | 'LOWERED';
  readonly coordinate: string;
  /** Where in the answer, lists as `@`: `people.@.birthDate`. */
  readonly path: string;
  readonly level: string;
  /** The cap that limits the field; null when no agreement grants it. */
  readonly rule: string | null;
  /** The agreements that grant what is shown. */
  readonly agreements: readonly string[];
  readonly reason: string;
  /** The law or principle behind the cap. */
  readonly source: string | null;
  /** Whom to ask: the owner's contact. */
  readonly contact: string | null;
}

const NOT_GRANTED = {
  en: 'No agreement grants this field to your party, role and purpose.',
  es: 'Ningún acuerdo concede este campo a su parte, función y finalidad.',
};

/** The notice for a field of which less than everything is shown; undefined when all is shown. */
export function noticeOf(decision: Decision, path: string, ruleSet: RuleSet, language: Language): Notice | undefined {
  if (decision.full) return undefined;
  const { coordinate, level, cap, agreements, label } = decision;
  return {
    code: level === NONE ? 'WITHHELD' : 'LOWERED',
    coordinate,
    path,
    level,
    rule: cap?.id ?? null,
    agreements: agreements.map(({ id }) => id),
    reason: reasonOf(decision, language),
    source: cap?.source ?? null,
    contact: ruleSet.parties[label?.owner ?? '']?.contact ?? null,
  };
}

const GRANTED_LOWER = {
  en: (level: string) => `The agreement grants this field at the level "${level}" only.`,
  es: (level: string) => `El acuerdo concede este campo solo al nivel «${level}».`,
};

function reasonOf({ cap, level }: Decision, language: Language): string {
  if (cap) return cap.reason[language];
  return level === NONE ? NOT_GRANTED[language] : GRANTED_LOWER[language](level);
}
