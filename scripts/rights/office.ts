import { randomUUID } from 'node:crypto';
import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { z } from 'zod';
import { askOffice } from './ask-office';
import { confirmationOf, extensionOf, noticeOf } from './case-notice';
import { CASE, type CollectedCase, collectCase, type ToldCase, toldCase } from './collect-case';
import { letterOf, officeViewOf } from './letter';
import type { Letter, LetterOptions } from './letter-form';
import { collectedJson, letterCsv, letterHtml, letterText } from './print-letter';
import { rightsDomain } from './rights-domain';
import type { RightsFlags } from './rights-flags';

const correction = z.object({
  what: z.string(),
  batch: z.string(),
  keepsEn: z.string().nullable(),
  keepsEs: z.string().nullable(),
});

/** Opens a case. */
export async function openCase(flags: RightsFlags, language: Language): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `open${name}RightsCase`;
  const input = {
    kind: needed(flags.kind, '--kind'),
    record: flags.record === false ? null : needed(flags.record, '--record, or --no-record where nothing was found,'),
    receivedOn: needed(flags.received, '--received'),
    clientKey: randomUUID(),
  };
  const query = `mutation ($input: Open${name}RightsCaseInput!) { ${field}(input: $input) { ${CASE} } }`;
  const { data } = await askOffice({ query, variables: { input } }, flags, language);
  return caseLines(toldCase.parse(data?.[field]));
}

/** Lists open cases, the overdue ones first. */
export async function listCases(flags: RightsFlags, language: Language): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `${lowered(name)}RightsCases`;
  const query = `query ($withinDays: Int) { ${field}(withinDays: $withinDays) { ${CASE} } }`;
  const withinDays = flags.within === undefined ? null : wholeNumber(flags.within, '--within');
  const { data } = await askOffice({ query, variables: { withinDays } }, flags, language);
  const cases = toldCase
    .array()
    .nullable()
    .parse(data?.[field] ?? null);
  if (!cases) throw new Error('Cases are shown to administrators and data-protection officers of the party alone.');
  return cases.map(caseLines).join('') || 'Nothing waits. / Nada espera.\n';
}

/** Collects what is held and what was disclosed, and writes the letter. */
export async function collect(id: string, flags: RightsFlags, language: Language): Promise<string> {
  const definition = rightsDomain(flags.domain);
  const collected = await collectCase(id, { definition, flags, language });
  if (flags.json) return jsonOf(collected, flags, { definition, language });
  const letter = (flags.office ? officeViewOf : letterOf)(collected, { definition, language });
  return flags.html ? letterHtml(letter) : flags.csv ? letterCsv(letter) : letterText(letter);
}

/** @throws where a letter would hold nothing of what was collected, unless it is for the office */
function jsonOf(collected: CollectedCase, { office }: RightsFlags, { definition }: LetterOptions): string {
  if (!office && (definition.law.silence !== null || collected.case.state === 'REFUSED'))
    throw new Error('Nothing of what is held is told in this case: --office shows it to the office alone.');
  return collectedJson(collected);
}

/** What is done with a case. */
export type CaseVerb = 'confirm' | 'extend' | 'answer' | 'refuse';

/** What the person is told of a change; an answer is the letter itself. */
const NOTICES: Readonly<Partial<Record<CaseVerb, (told: ToldCase, options: LetterOptions) => Letter>>> = {
  confirm: confirmationOf,
  extend: extensionOf,
  refuse: noticeOf,
};

/** Confirms, puts off, answers or refuses a case, as it was read, and writes what the person is told of that. */
export async function changeCase(
  verb: CaseVerb,
  id: string,
  { flags, language }: { readonly flags: RightsFlags; readonly language: Language },
): Promise<string> {
  const definition = rightsDomain(flags.domain);
  const { name } = definition;
  const field = `${verb}${name}RightsCase`;
  const ground = verb === 'refuse' ? { ground: needed(flags.ground, '--ground') } : {};
  const input = { id, expectedVersion: versionIn(flags), note: needed(flags.note, '--note'), ...ground };
  const inputType = verb === 'refuse' ? `${name}RightsRefusalInput` : `${name}RightsCaseChangeInput`;
  const query = `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${CASE} } }`;
  const { data } = await askOffice({ query, variables: { input } }, flags, language);
  const told = toldCase.parse(data?.[field]);
  const notice = NOTICES[verb]?.(told, { definition, language });
  return caseLines(told) + (notice ? `\n${letterText(notice)}` : '');
}

/** Records that the record of a case was corrected, or has to be erased. */
export async function correct(id: string, flags: RightsFlags, language: Language): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `record${name}Correction`;
  const query = `mutation ($id: ID!, $what: CorrectionKind!, $expectedVersion: Int!) {
    ${field}(case: $id, what: $what, expectedVersion: $expectedVersion) { what batch keepsEn keepsEs } }`;
  const variables = { id, what: needed(flags.what, '--what'), expectedVersion: versionIn(flags) };
  const { data } = await askOffice({ query, variables }, flags, language);
  const { what, batch, keepsEn, keepsEs } = correction.parse(data?.[field]);
  const keeps = language === 'es' ? keepsEs : keepsEn;
  return `${what}: ${batch}\n${keeps ? `  ${printable(keeps)}\n` : ''}`;
}

/** A case as lines. */
function caseLines(told: ToldCase): string {
  const { id, kind, state, receivedOn, confirmBy, confirmedAt, deadline, overdue, version, record, ground } = told;
  const due = overdue ? 'OVERDUE / VENCIDO' : `until ${deadline}`;
  const lines = [
    `${state}: ${kind} ${due} (case ${id}, version ${version})`,
    `  ${record === null ? 'nothing found' : `record ${record}`}, received ${receivedOn}`,
    ...(confirmBy && !confirmedAt ? [`  to be confirmed until ${confirmBy}`] : []),
  ];
  return [...lines, ...(ground ? [`  ${ground}`] : [])].map((line) => `${printable(line)}\n`).join('');
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const versionIn = ({ caseVersion }: RightsFlags): number =>
  wholeNumber(needed(caseVersion, '--case-version'), '--case-version');

/** @throws one line that names the option */
export function needed(value: string | undefined, option: string): string {
  if (!value) throw new Error(`${option} is needed: npm run rights -- --help`);
  return value;
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${option} is a whole number`);
  return Number(text);
}
