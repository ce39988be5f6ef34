import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { z } from 'zod';
import { askExchange } from './ask-exchange';
import { type IdentityFlags, needed } from './identity-flags';

const INBOX = `{ identityInbox { hit side state partner caseReference subject until version whatToDoEn whatToDoEs } }`;
const APPROVE = `mutation ($input: ApproveHitInput!) { approveIdentityHit(input: $input) { state } }`;
const DECLINE = `mutation ($input: DeclineHitInput!) { declineIdentityHit(input: $input) { state } }`;

const item = z.object({
  hit: z.string(),
  side: z.string(),
  state: z.string(),
  partner: z.string(),
  caseReference: z.string(),
  subject: z.string().nullable(),
  until: z.string(),
  version: z.number(),
  whatToDoEn: z.string(),
  whatToDoEs: z.string(),
});

const TEXTS = {
  empty: { en: 'No hit waits.', es: 'Ninguna coincidencia espera.' },
  forWhom: {
    en: 'Hits are for the administrators of a party that takes part.',
    es: 'Las coincidencias son para los administradores de una parte que participa.',
  },
  declined: { en: 'Declined. The partner is not told.', es: 'Declinada. No se informa al socio.' },
  nothing: {
    en: 'Nothing is given: not approved by both, over, or of another case.',
    es: 'No se entrega nada: no aprobada por ambas partes, terminada o de otro caso.',
  },
} as const;

/** Prints the hits that wait for a party. */
export async function hitsInbox(flags: IdentityFlags, language: Language): Promise<string> {
  const { identityInbox } = await askExchange({ query: INBOX }, flags, language);
  if (!identityInbox) throw new Error(TEXTS.forWhom[language]);
  const items = item.array().parse(identityInbox);
  return items.map((one) => itemLines(one, language)).join('') || `${TEXTS.empty[language]}\n`;
}

function itemLines(one: z.infer<typeof item>, language: Language): string {
  const { hit, side, state, partner, caseReference, subject, until, version } = one;
  const lines = [
    `${hit} ${side} ${state} (${partner}, ${caseReference}, --hit-version ${version}) - ${until.slice(0, 10)}`,
    ...(subject ? [`  ${subject}`] : []),
    `  -> ${language === 'es' ? one.whatToDoEs : one.whatToDoEn}`,
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** Approves a hit; the asked party gives a file with the details. */
export async function approveHit(hit: string, flags: IdentityFlags, language: Language): Promise<string> {
  const details = flags.details && { details: JSON.parse(readFileSync(flags.details, 'utf8')) };
  const expectedVersion = Number(needed(flags.hitVersion, '--hit-version'));
  const input = { hit, expectedVersion, clientKey: randomUUID(), ...details };
  const { approveIdentityHit } = await askExchange({ query: APPROVE, variables: { input } }, flags, language);
  if (!approveIdentityHit) throw new Error(TEXTS.forWhom[language]);
  return `${z.object({ state: z.string() }).parse(approveIdentityHit).state}\n`;
}

/** Declines a hit. */
export async function declineHit(hit: string, flags: IdentityFlags, language: Language): Promise<string> {
  await askExchange({ query: DECLINE, variables: { input: { hit } } }, flags, language);
  return `${TEXTS.declined[language]}\n`;
}

const FIELD = /^[A-Za-z]+$/;

/** Prints what the asked party gave: the fields that are named and no others. */
export async function hitDetails(hit: string, flags: IdentityFlags, language: Language): Promise<string> {
  const fields = needed(flags.fields, '--fields').split(',');
  if (!fields.every((field) => FIELD.test(field))) throw new Error('--fields documentStatus,documentExpiresOn');
  const query = `query ($hit: ID!) { identityDetails(hit: $hit) { ${fields.join(' ')} } }`;
  const { identityDetails } = await askExchange({ query, variables: { hit } }, flags, language);
  if (!identityDetails) return `${TEXTS.nothing[language]}\n`;
  return Object.entries(identityDetails)
    .map(([field, value]) => `${printable(`${field}: ${value ?? '-'}`)}\n`)
    .join('');
}
