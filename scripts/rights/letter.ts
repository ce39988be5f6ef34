import type { Language } from '@pasarela/schema/localized-text';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';
import { caseLinesOf, noticeOf, remedyPart } from './case-notice';
import type { CollectedCase } from './collect-case';
import { fieldName } from './field-names';
import type { Letter, LetterOptions, LetterPart } from './letter-form';
import { textOf } from './texts';

/** Writes the letter that answers a case. INVARIANT: where the law keeps silent, it is the same whatever is held. */
export function letterOf(collected: CollectedCase, options: LetterOptions): Letter {
  const { definition, language } = options;
  const { silence } = definition.law;
  const told = collected.case;
  if (told.state === 'REFUSED' || silence !== null) return noticeOf(told, options);
  return {
    language,
    title: textOf('title', language),
    lines: [...syntheticLines(collected, language), ...caseLinesOf(told, options)],
    parts: [...collectedParts(collected, options), remedyPart(options)],
  };
}

/** What an office reads of a case before it decides: all that was collected, whatever a letter says. */
export function officeViewOf(collected: CollectedCase, options: LetterOptions): Letter {
  const { language } = options;
  return {
    language,
    title: textOf('office', language),
    lines: [...syntheticLines(collected, language), ...caseLinesOf(collected.case, options)],
    parts: collectedParts(collected, options),
  };
}

function collectedParts(collected: CollectedCase, { definition, language }: LetterOptions): LetterPart[] {
  return [
    heldPart(collected, language),
    ...withheldPart(collected, definition, language),
    disclosedPart(collected, language),
  ];
}

function syntheticLines({ record }: CollectedCase, language: Language): string[] {
  return String(record?.dataset ?? '').startsWith('SYNTHETIC') ? [textOf('synthetic', language)] : [];
}

function heldPart({ record }: CollectedCase, language: Language): LetterPart {
  const title = textOf('held', language);
  if (!record) return { title, lines: [textOf('notHeld', language)], rows: [] };
  return { title, lines: [], rows: heldRows(record, language) };
}

/** Every value that is held, by what it is called; the names of what it stands in come first. */
export function heldRows(
  record: Readonly<Record<string, unknown>>,
  language: Language,
  within = '',
): Array<readonly [string, string]> {
  return Object.entries(record).flatMap(([field, value]) => {
    const name = within + fieldName(field, language);
    if (isRecord(value) && !('code' in value)) return heldRows(value, language, `${name}: `);
    if (Array.isArray(value) && value.some(isRecord))
      return value.filter(isRecord).flatMap((one, place) => heldRows(one, language, `${name} ${place + 1}: `));
    return [[name, valueText(value, language)] as const];
  });
}

function valueText(value: unknown, language: Language): string {
  if (value === null || value === undefined) return textOf('blank', language);
  if (typeof value === 'boolean') return textOf(value ? 'yes' : 'no', language);
  if (Array.isArray(value)) return value.map((one) => valueText(one, language)).join(', ') || textOf('blank', language);
  if (!isRecord(value)) return String(value);
  const name = value[language === 'es' ? 'nameEs' : 'nameEn'] ?? value.name;
  return name ? `${name} (${value.code})` : String(value.code);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function withheldPart(
  { notices }: CollectedCase,
  { types }: Pick<RightsDefinition, 'types'>,
  language: Language,
): LetterPart[] {
  const rows = notices
    .filter(({ code, coordinate }) => code === 'WITHHELD' && types.includes(coordinate.split('.')[0] as string))
    .map(({ coordinate, reason }) => [fieldName(coordinate, language), reason] as const);
  return rows.length > 0 ? [{ title: textOf('withheld', language), lines: [], rows }] : [];
}

function disclosedPart({ disclosures, hasMore, keptSince }: CollectedCase, language: Language): LetterPart {
  const title = textOf('disclosed', language);
  const older = keptSince === null ? [] : [textOf('olderThanRetention', language, { since: keptSince })];
  const nobody = textOf(keptSince === null ? 'notDisclosed' : 'notDisclosedSince', language);
  if (disclosures.length === 0) return { title, lines: [nobody, ...older], rows: [] };
  const rows = disclosures.map(({ fields, agreements, ...disclosure }) => {
    const under = textOf('under', language, { ...disclosure, agreements: agreements.join(', ') });
    const told = fields.map(({ coordinate, level }) =>
      level === 'full' ? fieldName(coordinate, language) : `${fieldName(coordinate, language)} (${level})`,
    );
    return [under, told.join(', ')] as const;
  });
  const more = hasMore ? [textOf('more', language)] : [];
  return { title, lines: [textOf('severalRecords', language), ...more, ...older], rows };
}
