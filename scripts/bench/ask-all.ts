import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { readSavedQuestion, savedNumbers } from '../ask/read-question';
import { tokenFor } from '../development/token';

/** One answer as its asker waited for it. */
export interface AskedQuestion {
  readonly id: string;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Where to ask, and whose development keys sign the tokens. */
export interface Asked {
  readonly url: string;
  readonly dataDirectory: string;
}

/** Asks every saved question by the persona who needs it, one after the other. Throws at the first that is not answered whole. */
export async function askAll(asked: Asked): Promise<AskedQuestion[]> {
  const answers: AskedQuestion[] = [];
  for (const id of savedNumbers()) answers.push(await askOne(id, asked));
  return answers;
}

async function askOne(id: string, { url, dataDirectory }: Asked): Promise<AskedQuestion> {
  const question = { ...readSavedQuestion(id), id } as NumberedQuestion;
  const headers = await headersOf(question, dataDirectory);
  const body = JSON.stringify({ query: question.query, variables: question.variables });
  const start = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  const milliseconds = performance.now() - start;
  requireWhole(id, response.status, text);
  return { id, milliseconds, bytes: Buffer.byteLength(text) };
}

async function headersOf(
  { askedBy, purpose, caseReference }: NumberedQuestion,
  dataDirectory: string,
): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await tokenFor(askedBy, { dataDirectory })}`,
    'content-type': 'application/json',
    'x-purpose': purpose,
    ...(caseReference && { 'x-case-reference': caseReference }),
  };
}

/** INVARIANT: what is measured are answers: a refusal or a partner's outage is quick. Says no more than the codes. */
export function requireWhole(id: string, status: number, text: string): void {
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: ReadonlyArray<{ readonly extensions?: { readonly code?: string } }>;
  };
  if (status === 200 && data && !errors) return;
  const codes = (errors ?? []).map(({ extensions }) => extensions?.code ?? 'without a code').join(', ');
  throw new Error(`Question ${id} was answered with status ${status}${codes && ` and errors: ${codes}`}.`);
}
