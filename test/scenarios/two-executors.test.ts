import { rm } from 'node:fs/promises';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { readSavedQuestion, savedNumbers } from '@pasarela/scripts/ask/read-question';
import { openFederation } from '../federation/open-federation';

/** What tells of earlier questions answers otherwise each time. */
const TELLS_OF_EARLIER = ['30'];
const QUESTIONS = savedNumbers().filter((id) => !TELLS_OF_EARLIER.includes(id));

/** The data of every saved question, each asked by who needs it, from one federation. */
async function answersBy(executor: 'pasarela' | 'apollo', goOnIn?: string) {
  const federation = await openFederation({ executor, ...(goOnIn !== undefined && { goOnIn }) });
  try {
    const answers = new Map<string, string>();
    for (const id of QUESTIONS) {
      const { query, variables, askedBy, purpose, caseReference } = readSavedQuestion(id) as NumberedQuestion;
      const headers: Record<string, string> = caseReference ? { 'x-case-reference': caseReference } : {};
      const { body } = await federation.ask({
        as: askedBy,
        purpose: purpose as Purpose,
        query,
        variables: { ...variables },
        headers,
      });
      expect([id, body.errors]).toEqual([id, undefined]);
      answers.set(id, JSON.stringify(body.data));
    }
    return { answers, dataDirectory: federation.dataDirectory };
  } finally {
    await federation.stop();
  }
}

it("our executor answers every saved question as Apollo's does, to the byte", async () => {
  const { answers, dataDirectory } = await answersBy('pasarela');
  try {
    const reference = await answersBy('apollo', dataDirectory);
    expect(answers.size).toBeGreaterThanOrEqual(29);
    for (const [id, text] of answers) expect([id, text]).toEqual([id, reference.answers.get(id)]);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}, 120_000);
