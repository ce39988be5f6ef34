import type { Notice } from './gateway-answer';
import type { Language } from './languages';
import { effectOf } from './notice-effect';
import type { Requester } from './requester';
import { sendQuery } from './send-query';
import { TEXTS } from './texts';

const MUTATION = `mutation RequestAccess($coordinate: String!, $purpose: String!, $level: String!, $reason: String!, $clientKey: String!) {
  requestAccess(coordinate: $coordinate, purpose: $purpose, level: $level, reason: $reason, clientKey: $clientKey) {
    id
    owner
  }
}`;

/** The longest reason that an owner is given. */
export const MAX_REASON = 1000;

/** What somebody asks an owner for, under a key with which it is written once. */
export type AccessWish = { coordinate: string; level: string; reason: string; clientKey: string };

/** How a request ended, in a sentence for whoever asked. */
export type AccessOutcome = { asked: boolean; message: string };

/** Who asks, what for, in which language, and by which means (the browser's `fetch` outside of tests). */
export type AccessQuestion = {
  wish: AccessWish;
  requester: Requester;
  language: Language;
  send?: typeof fetch;
};

/** Whether a notice is about a field that its owner could be asked for: one that is withheld on every record. */
export const isAskable = (notice: Notice): boolean =>
  effectOf(notice) === 'withheld' && /^\w+\.\w+$/.test(notice.coordinate);

/** A key that nobody used before. */
export function newClientKey(): string {
  // `randomUUID` is there only where the page came by https or from this machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks for a field for the purpose that the page states; never throws. */
export async function requestAccess({ wish, requester, language, send }: AccessQuestion): Promise<AccessOutcome> {
  const texts = TEXTS[language];
  const variables = { ...wish, reason: wish.reason.trim(), purpose: requester.purpose };
  const operation = { query: MUTATION, variables, operationName: 'RequestAccess' };
  const { data, errors } = await sendQuery({ operation, requester, language, ...(send && { send }) });
  const { id, owner } = textsIn(data);
  if (id) return { asked: true, message: `${texts.requestSent} ${owner} (${texts.requestId} ${id}).` };
  return { asked: false, message: errors?.[0]?.message ?? texts.unreadable };
}

function textsIn(data: unknown): { id: string; owner: string } {
  const { requestAccess: request } = (data ?? {}) as { requestAccess?: { id?: unknown; owner?: unknown } | null };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { id: text(request?.id), owner: text(request?.owner) };
}
