import { randomUUID } from 'node:crypto';
import type { Language } from '@pasarela/schema/localized-text';
import { z } from 'zod';
import { printable } from '../ask/printable';
import { askOffice } from './ask-office';
import { CASE, collectCase, type ToldCase, toldCase } from './collect-case';
import { letterOf } from './letter';
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
    record: needed(flags.record, '--record'),
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
  if (flags.json) return collectedJson(collected);
  const letter = letterOf(collected, definition, language);
  return flags.html ? letterHtml(letter) : flags.csv ? letterCsv(letter) : letterText(letter);
}

/** Puts off, answers or refuses a case, as it was read. */
export async function changeCase(
  verb: 'extend' | 'answer' | 'refuse',
  id: string,
  { flags, language }: { readonly flags: RightsFlags; readonly language: Language },
): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `${verb}${name}RightsCase`;
  const input = { id, expectedVersion: versionIn(flags), note: needed(flags.note, '--note') };
  const query = `mutation ($input: ${name}RightsCaseChangeInput!) { ${field}(input: $input) { ${CASE} } }`;
  const { data } = await askOffice({ query, variables: { input } }, flags, language);
  return caseLines(toldCase.parse(data?.[field]));
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
function caseLines({ id, kind, state, receivedOn, deadline, overdue, version, record, ground }: ToldCase): string {
  const due = overdue ? 'OVERDUE / VENCIDO' : `until ${deadline}`;
  const lines = [
    `${state}: ${kind} ${due} (case ${id}, version ${version})`,
    `  record ${record}, received ${receivedOn}`,
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
