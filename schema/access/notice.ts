import type { Language } from '../localized-text';
import { contactOf } from './contact-of';
import type { ConditionalLevels, Decision } from './decide';
import type { DecidedOperation, RowsAtPlace } from './decided-operation';
import { levelAt, NONE, rankOf, topRank } from './levels';
import type { RuleSet } from './rule-set';

/**
 * What a requester is told about a field or rows that they get less of. It depends on rules alone, never on
 * data: WITHHELD and LOWERED hold for every record; CONDITIONAL may hold for some, ROWS_CONDITIONAL may leave
 * some out, and both are said whether they do or not. BREAK_GLASS says what is shown only because the person
 * opened an agreement.
 */
export interface Notice {
  readonly code: 'WITHHELD' | 'LOWERED' | 'CONDITIONAL' | 'ROWS_CONDITIONAL' | 'BREAK_GLASS';
  /** `Type.field`, or the type's name for rows. */
  readonly coordinate: string;
  /** Where in the answer, lists as `@`: `people.@.birthDate`. */
  readonly path: string;
  /** The level shown; of a conditional notice the least that a record may show. */
  readonly level: string;
  /** The cap that limits, or the grant that does not hold for all records; null when no agreement grants it. */
  readonly rule: string | null;
  /** The agreements that grant what is shown. */
  readonly agreements: readonly string[];
  readonly reason: string;
  /** The law or principle behind the cap. */
  readonly source: string | null;
  /** Whom to ask: the owner's contact. */
  readonly contact: string | null;
}

/** One notice for each place, field and rule: those of fields in the order of the query, then those of rows. */
export function noticesOf(decided: DecidedOperation, ruleSet: RuleSet, language: Language): Notice[] {
  const notices = new Map<string, Notice>();
  const all = [
    ...decided.fields.flatMap(({ path, decision }) => noticesOfField(decision, path, ruleSet, language)),
    ...decided.rows.flatMap((rows) => noticesOfRows(rows, ruleSet, language)),
    ...decided.openedInputs.flatMap(({ input, decision }) => openedNotices(decision, input, ruleSet, language)),
  ];
  for (const notice of all) notices.set(`${notice.path} ${notice.coordinate} ${notice.code} ${notice.rule}`, notice);
  return [...notices.values()];
}

const NOT_GRANTED = {
  en: 'No agreement grants this field to your party, role and purpose.',
  es: 'Ningún acuerdo concede este campo a su parte, función y finalidad.',
};
const GRANTED_LOWER = {
  en: (level: string) => `The agreement grants this field at the level "${level}" only.`,
  es: (level: string) => `El acuerdo concede este campo solo al nivel «${level}».`,
};
const OPENED = {
  en: 'You see this because you opened the agreement (break-glass). Its owner was told, and reviews it afterwards.',
  es: 'Usted ve esto porque abrió el acuerdo por urgencia (break-glass). Se avisó a su titular, que lo revisa después.',
};
const GRANTED_SOMETIMES = {
  en: 'The agreement grants this field for some records only; it may be blank.',
  es: 'El acuerdo concede este campo solo para algunos registros; puede estar en blanco.',
};
const MAY_BE_LESS = {
  en: (level: string, reason: string) =>
    level === NONE
      ? `May be blank on some records: ${reason}`
      : `May be lowered to "${level}" on some records: ${reason}`,
  es: (level: string, reason: string) =>
    level === NONE
      ? `Puede estar en blanco en algunos registros: ${reason}`
      : `Puede estar reducido a «${level}» en algunos registros: ${reason}`,
};
const ROWS_MAY_LACK = {
  en: (reason: string) => `Rows may be missing: ${reason}`,
  es: (reason: string) => `Pueden faltar filas: ${reason}`,
};

/** The notices for a field of which less than everything is shown on some record, or which somebody opened. */
export function noticesOfField(decision: Decision, path: string, ruleSet: RuleSet, language: Language): Notice[] {
  return [...lesserNotices(decision, path, ruleSet, language), ...openedNotices(decision, path, ruleSet, language)];
}

function lesserNotices(decision: Decision, path: string, ruleSet: RuleSet, language: Language): Notice[] {
  if (decision.full) return [];
  const { coordinate, level, cap, agreements, label, conditional } = decision;
  const contact = contactOf(label?.owner, ruleSet);
  const common = { coordinate, path, agreements: agreements.map(({ id }) => id), contact };
  const isTop = conditional !== undefined && !cap && !lowersAll(decision);
  const always: Notice = {
    ...common,
    code: level === NONE ? 'WITHHELD' : 'LOWERED',
    level,
    rule: cap?.id ?? null,
    reason: reasonOf(decision, language),
    source: cap?.source ?? null,
  };
  return [...(isTop ? [] : [always]), ...conditionalNotices(decision, common, language)];
}

function openedNotices(decision: Decision, path: string, ruleSet: RuleSet, language: Language): Notice[] {
  const { opened, coordinate, level, label } = decision;
  if (!opened) return [];
  return [
    {
      code: 'BREAK_GLASS',
      coordinate,
      path,
      level,
      rule: opened.id,
      agreements: [opened.agreement.id],
      reason: OPENED[language],
      source: null,
      contact: contactOf(label?.owner, ruleSet),
    },
  ];
}

/** Whether the level is below the top of its chain on every record. */
const lowersAll = ({ label, level }: Decision): boolean =>
  label !== undefined && rankOf(label.kind, level) !== topRank(label.kind);

type Common = Pick<Notice, 'coordinate' | 'path' | 'agreements' | 'contact'>;

function conditionalNotices({ conditional, label }: Decision, common: Common, language: Language): Notice[] {
  if (!conditional || !label) return [];
  const code = 'CONDITIONAL' as const;
  const least = levelAt(label.kind, leastRank(conditional));
  return [
    ...conditional.caps.map(({ cap, rank }) => {
      const level = levelAt(label.kind, Math.min(rank, leastRank(conditional)));
      const reason = MAY_BE_LESS[language](level, cap.reason[language]);
      return { ...common, code, level, rule: cap.id, reason, source: cap.source };
    }),
    ...conditional.grants.map(({ grant }) => ({
      ...common,
      code,
      level: least,
      rule: grant.id,
      reason: GRANTED_SOMETIMES[language],
      source: null,
    })),
  ];
}

/** What a record shows on which no condition of a grant holds and no condition of a cap. */
const leastRank = ({ granted, capped }: ConditionalLevels): number => Math.min(granted, capped);

function noticesOfRows({ path, type, caps }: RowsAtPlace, ruleSet: RuleSet, language: Language): Notice[] {
  const contact = contactOf(ruleSet.labels.records.get(type)?.owner, ruleSet);
  return caps.map((cap) => ({
    code: 'ROWS_CONDITIONAL',
    coordinate: type,
    path,
    level: NONE,
    rule: cap.id,
    agreements: [],
    reason: ROWS_MAY_LACK[language](cap.reason[language]),
    source: cap.source,
    contact,
  }));
}

function reasonOf({ cap, level }: Decision, language: Language): string {
  if (cap) return cap.reason[language];
  return level === NONE ? NOT_GRANTED[language] : GRANTED_LOWER[language](level);
}
