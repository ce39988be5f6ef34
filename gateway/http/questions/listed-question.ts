import type { Language } from '@pasarela/schema/localized-text';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';

/** A saved question as a reader chooses it: what it shows, for which purpose, how to read it. */
export function listedQuestion(question: NumberedQuestion, language: Language) {
  const { id, title, explanation, notes, purpose } = question;
  return {
    number: id,
    title: title[language],
    explanation: explanation?.[language] ?? notes[language][0],
    readingNotes: notes[language],
    purpose,
    csv: `/questions/${id}.csv`,
    json: `/questions/${id}.json`,
  };
}
