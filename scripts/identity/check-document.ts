import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { probeTokens } from '@pasarela/joint-identity/probe-tokens';
import { readMrz } from '@pasarela/joint-identity/read-mrz';
import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { z } from 'zod';
import { askExchange } from './ask-exchange';
import { type IdentityFlags, needed } from './identity-flags';
import { pairOf } from './pair-key';

const STANDARD_INPUT = 0;
const PROBE = `mutation ($input: IdentityProbeInput!) { probeIdentity(input: $input) { ticket replyFrom } }`;
const REPLY = `query ($ticket: ID!) { identityProbe(ticket: $ticket) { result hit replyFrom } }`;
const sent = z.object({ ticket: z.string(), replyFrom: z.string() });
const replied = z.object({ result: z.string(), hit: z.string(), replyFrom: z.string() });

const TEXTS = {
  digits: { en: 'Check digits that do not fit', es: 'Dígitos de control que no cuadran' },
  fit: {
    en: 'The check digits fit. That is no proof of an identity.',
    es: 'Los dígitos de control cuadran. Eso no prueba una identidad.',
  },
  ready: { en: 'The reply is ready from', es: 'La respuesta está lista desde' },
  refused: {
    en: 'Identity checks are for border officers of a party that takes part.',
    es: 'Las verificaciones de identidad son para funcionarios de frontera de una parte que participa.',
  },
  unknown: { en: 'There is no such check of your party.', es: 'No existe tal verificación de su parte.' },
} as const;

/** Sends a check for a document. What was read of it is neither sent nor printed. */
export async function checkDocument(flags: IdentityFlags, language: Language): Promise<string> {
  const { format, failedChecks, ...attributes } = readMrz(linesIn(needed(flags.document, '--document')));
  const pair = pairOf(flags);
  const input = {
    askedParty: pair.asked,
    tokens: probeTokens(attributes, pair),
    document: { format, failedChecks },
    clientKey: randomUUID(),
  };
  const { probeIdentity } = await askExchange({ query: PROBE, variables: { input } }, flags, language);
  if (!probeIdentity) throw new Error(TEXTS.refused[language]);
  const { ticket, replyFrom } = sent.parse(probeIdentity);
  const digits =
    failedChecks.length > 0 ? `${TEXTS.digits[language]}: ${failedChecks.join(', ')}` : TEXTS.fit[language];
  return `${format}. ${digits}\n${TEXTS.ready[language]} ${printable(replyFrom)}:\n  npm run identity -- reply ${printable(ticket)}\n`;
}

/** Fetches the reply to a check. */
export async function replyTo(ticket: string, flags: IdentityFlags, language: Language): Promise<string> {
  const { identityProbe } = await askExchange({ query: REPLY, variables: { ticket } }, flags, language);
  if (!identityProbe) throw new Error(TEXTS.unknown[language]);
  const { result, hit, replyFrom } = replied.parse(identityProbe);
  if (result === 'QUEUED') return `QUEUED. ${TEXTS.ready[language]} ${printable(replyFrom)}\n`;
  return result === 'IS_HIT' ? `IS_HIT ${printable(hit)}\n` : `${printable(result)}\n`;
}

function linesIn(file: string): string[] {
  const text = readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8');
  return text.split(/\r?\n/).filter((line) => line !== '');
}
